import type { ReactNode } from 'react'
import type { RebasedLine } from '@/app/_ui/chart/rebased'
import { formatDay } from '@/app/_ui/format/date'
import { formatChange } from '@/app/_ui/format/number'
import { board } from '@/app/_ui/messages/board'
import { common } from '@/app/_ui/messages/common'
import { standing } from './sides'

/** The question, and the answer the figures give to "who is ahead". */
export function Headline(props: { lines: readonly RebasedLine[]; base: string; asOf: string; lookBack: ReactNode }) {
  const { lines, base, asOf, lookBack } = props
  const now = standing(lines)
  const answer = now
    ? now.first.change === now.second.change
      ? board.level(base)
      : board.ahead({
          who: now.first.name,
          first: formatChange(now.first.change, 1),
          second: `${now.second.name}’s ${formatChange(now.second.change, 1)}`,
          base,
          end: formatDay(now.end),
        })
    : board.noCompare
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-1">
      <div>
        <h1 className="font-semibold text-title tracking-tight">{common.question}</h1>
        <p className="mt-0.5 text-lead text-soft">{answer}</p>
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="text-faint text-small">
          {common.asOf} {asOf}
        </p>
        {lookBack}
      </div>
    </div>
  )
}
