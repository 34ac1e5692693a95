import Link from 'next/link'
import { formatDay } from '@/app/_ui/format/date'
import { events as texts } from '@/app/_ui/messages/events'
import { Panel } from '@/app/_ui/Panel'
import { listingHref } from '@/app/_ui/url'
import { Wide } from '@/app/_ui/Wide'
import type { EventView } from '@/lib/api/events/view'

/** The first session on each exchange that could have reacted, or why there is none. */
export function DayZeroTable({ event }: { event: EventView }) {
  const { title, note, head, none, month, unknown } = texts.dayZero
  const rows = event.dayZero.map((zero) => ({
    ...zero,
    why: zero.note ?? (zero.session ? '' : event.precision === 'month' ? month : unknown),
  }))
  const withNotes = rows.some(({ why }) => why !== '')
  return (
    <Panel title={title} note={note}>
      {rows.length === 0 ? (
        <p className="px-4 pb-4 text-soft">{none}</p>
      ) : (
        <Wide label={title}>
          <table className="figures">
            <thead>
              <tr>
                <th scope="col">{head.listing}</th>
                <th scope="col" className="text">
                  {head.session}
                </th>
                {withNotes && (
                  <th scope="col" className="text">
                    {head.note}
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map((zero) => (
                <tr key={zero.symbol}>
                  <td className="max-sm:whitespace-normal!">
                    <Link href={listingHref(zero.symbol)} prefetch={false} className="quiet-link font-medium">
                      {event.listings.find(({ symbol }) => symbol === zero.symbol)?.name ?? zero.symbol}
                    </Link>{' '}
                    <span className="text-faint text-small">{zero.symbol}</span>
                  </td>
                  <td className="text">{formatDay(zero.session)}</td>
                  {withNotes && <td className="text whitespace-normal! text-faint text-small">{zero.why}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      )}
    </Panel>
  )
}
