import Link from 'next/link'
import type { EventEntry } from '@/app/_ui/events/entries'
import { useTexts } from '@/app/_ui/i18n/texts'
import { eventsTexts } from '@/app/_ui/messages/events'
import { hrefWith } from '@/app/_ui/url'
import { around } from './around'

interface NeighboursProps {
  /** In order of time. */
  readonly entries: readonly EventEntry[]
  readonly slug: string
  readonly asOf: string | null
}

/** The event before and the event after. */
export function Neighbours({ entries, slug, asOf }: NeighboursProps) {
  const texts = useTexts(eventsTexts)
  const { earlier, later } = around(entries, slug)
  const sides = [
    { text: texts.earlier, entry: earlier, align: '' },
    { text: texts.later, entry: later, align: 'sm:text-right' },
  ]
  return (
    <nav
      aria-label={`${texts.earlier} / ${texts.later}`}
      className="no-print grid grid-cols-1 gap-3 border-line border-t pt-4 sm:grid-cols-2"
    >
      {sides.map(({ text, entry, align }) => (
        <div key={text} className={align}>
          {entry && (
            <>
              <p className="text-faint text-small">
                {text} · {entry.when}
              </p>
              <Link href={hrefWith(`/events/${entry.slug}`, {}, { asOf })} prefetch={false} className="link">
                {entry.title}
              </Link>
            </>
          )}
        </div>
      ))}
    </nav>
  )
}
