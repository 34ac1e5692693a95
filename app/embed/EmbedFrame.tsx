import type { ReactNode } from 'react'
import type { PageMoment } from '@/app/_data/moment'
import { besides } from '@/app/_export/head'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { commonTexts } from '@/app/_ui/messages/common'
import { embedTexts } from '@/app/_ui/messages/embed'
import { Mark } from '@/app/_ui/shell/Mark'
import { hrefWith, type Query } from '@/app/_ui/url'
import type { RefusedParameter } from '@/lib/api/problem/problem'

interface EmbedFrameProps {
  readonly title: string
  /** One quiet line under the title. */
  readonly note: ReactNode
  /** Source and as-of. */
  readonly foot: string
  /** Path of the page that shows all of the view. */
  readonly path: string
  readonly query: Query
  readonly moment: PageMoment
  readonly problems: readonly Pick<RefusedParameter, 'name'>[]
  readonly children: ReactNode
}

/** A chart alone, for the page of another site. Its one link opens a tab of its own: the frame never goes anywhere. */
export function EmbedFrame({ title, note, foot, path, query, moment, problems, children }: EmbedFrameProps) {
  const [texts, { product }, { moment: momentText }] = [useTexts(embedTexts), useTexts(commonTexts), useFormat()]
  const whole = hrefWith(path, query, besides)
  return (
    <main className="flex min-h-dvh flex-col gap-2 bg-panel py-3">
      <header className="px-4">
        <h1 className="font-semibold text-lead tracking-tight">{title}</h1>
        <p className="text-faint text-small">{note}</p>
        {moment.asOf !== null && (
          <p className="text-small text-warn">{texts.moment(momentText(moment.at.toISOString()))}</p>
        )}
        {problems.length > 0 && (
          <p role="status" className="text-small text-warn">
            {texts.wrong([...new Set(problems.map(({ name }) => name))].join(', '))}
          </p>
        )}
      </header>
      <div className="flex min-w-0 grow flex-col [&>.chart]:flex [&>.chart]:grow [&>.chart]:flex-col">{children}</div>
      <footer className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line border-t px-4 pt-2 text-faint text-small">
        <a
          href={whole}
          target="_blank"
          rel="noopener"
          title={texts.open(product)}
          className="quiet-link flex items-center gap-1.5 font-semibold text-ink"
        >
          <Mark className="size-4" />
          {product}
        </a>
        <p>{foot}</p>
      </footer>
    </main>
  )
}
