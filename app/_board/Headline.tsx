import type { ReactNode } from 'react'
import type { ChartLine } from '@/app/_ui/chart/model'
import { formatChange } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { boardTexts } from '@/app/_ui/messages/board'
import { commonTexts } from '@/app/_ui/messages/common'
import { standing } from './sides'

/** The question, and the answer the figures give to "who is ahead". */
export function Headline(props: {
  lines: readonly ChartLine[]
  base: string
  asOf: string
  /** Stands at the right: the moment of the page, its link and downloads. */
  children: ReactNode
}) {
  const { lines, base, asOf, children } = props
  const [texts, common, { day }] = [useTexts(boardTexts), useTexts(commonTexts), useFormat()]
  const now = standing(lines)
  const answer = now
    ? now.first.change === now.second.change
      ? texts.level(base)
      : texts.ahead({
          who: now.first.name,
          first: formatChange(now.first.change, 1),
          other: now.second.name,
          second: formatChange(now.second.change, 1),
          base,
          end: day(now.end),
        })
    : texts.noCompare
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-1">
      <div>
        <h1 className="font-semibold text-title tracking-tight">{common.question}</h1>
        <p className="text-lead text-soft">{answer}</p>
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="text-faint text-small">
          {common.asOf} {asOf}
        </p>
        {children}
      </div>
    </div>
  )
}
