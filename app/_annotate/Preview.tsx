'use client'

import Link from 'next/link'
import { Badge } from '@/app/_ui/Badge'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { annotateTexts } from '@/app/_ui/messages/annotate'
import type { EventPreview } from '@/lib/api/events/preview'
import type { EventDraft } from './draft'

interface PreviewProps {
  readonly preview: EventPreview | null
  readonly draft: Pick<EventDraft, 'precision' | 'phase' | 'listings'>
  /** What the listings are called, by symbol. */
  readonly nameOf: (symbol: string) => string
}

/** What the event would be: its day 0 on each exchange, and what may be the same event already. */
export function Preview({ preview, draft, nameOf }: PreviewProps) {
  const [texts, { day, span }, say] = [useTexts(annotateTexts).preview, useFormat(), useStored()]
  const { dayZero = [], near = [] } = preview ?? {}
  const waits = draft.precision === 'day' && draft.phase === ''
  return (
    <section aria-label={texts.title} aria-live="polite" className="space-y-2 rounded-md bg-well px-3 py-2">
      <h3 className="font-medium text-soft">{texts.title}</h3>
      {draft.listings.length === 0 && <p className="text-soft">{texts.noListing}</p>}
      {waits && draft.listings.length > 0 && <p className="text-soft">{texts.choosePhase}</p>}
      {!waits && (
        <dl className="space-y-1" data-testid="preview-day-zero">
          {dayZero.map(({ symbol, session, note, noteZh }) => (
            <div key={symbol} className="flex flex-wrap items-baseline gap-x-2">
              <dt>{nameOf(symbol)}</dt>
              <dd className="font-medium">{session === null ? texts.none : day(session)}</dd>
              {note && <dd className="text-faint text-small">{say(note, noteZh)}</dd>}
            </div>
          ))}
        </dl>
      )}
      {near.length > 0 && (
        <div data-testid="preview-near" className="space-y-1 border-line-strong border-t pt-2">
          <p className="text-warn">{texts.near(near.length)}</p>
          <ul className="space-y-0.5">
            {near.slice(0, 8).map(({ slug, title, titleZh, start, status, because }) => (
              <li key={slug}>
                <Link href={`/events/${slug}`} target="_blank" prefetch={false} className="link">
                  {say(title, titleZh)}
                </Link>{' '}
                <span className="text-faint text-small">
                  {span(start.slice(0, 10), null)} · {because.map((why) => texts.because[why]).join(texts.comma)}
                </span>{' '}
                {status === 'draft' && <Badge tone="plain">{texts.draft}</Badge>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
