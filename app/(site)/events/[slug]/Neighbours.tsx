import Link from 'next/link'
import { entriesOf } from '@/app/_board/entries'
import { events as texts } from '@/app/_ui/messages/events'
import type { EventView } from '@/lib/api/events/view'

/** The event before and the event after. */
export function Neighbours({ items, slug }: { items: readonly EventView[]; slug: string }) {
  const entries = entriesOf(items)
  const here = entries.findIndex((entry) => entry.slug === slug)
  const sides = [
    { text: texts.earlier, entry: entries[here - 1], align: '' },
    { text: texts.later, entry: entries[here + 1], align: 'sm:text-right' },
  ]
  return (
    <nav
      aria-label={`${texts.earlier}, ${texts.later.toLowerCase()}`}
      className="grid grid-cols-1 gap-3 border-line border-t pt-4 sm:grid-cols-2"
    >
      {sides.map(({ text, entry, align }) => (
        <div key={text} className={align}>
          {entry && (
            <>
              <p className="text-faint text-small">
                {text} · {entry.when}
              </p>
              <Link href={`/events/${entry.slug}`} prefetch={false} className="link">
                {entry.title}
              </Link>
            </>
          )}
        </div>
      ))}
    </nav>
  )
}
