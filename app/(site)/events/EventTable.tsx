import Link from 'next/link'
import type { EventEntry } from '@/app/_board/entries'
import { board } from '@/app/_ui/messages/board'
import { events as texts } from '@/app/_ui/messages/events'
import { listingHref } from '@/app/_ui/url'
import { Wide } from '@/app/_ui/Wide'

/** All events, newest first; on narrow screens the lesser columns fold under the title. */
export function EventTable({ entries }: { entries: readonly EventEntry[] }) {
  const { head } = texts
  return (
    <Wide label={texts.title} className="panel overflow-x-auto">
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{head.when}</th>
            <th scope="col" className="text">
              {head.what}
            </th>
            <th scope="col" className="text max-md:hidden">
              {head.precision}
            </th>
            <th scope="col" className="text max-md:hidden">
              {head.listings}
            </th>
            <th scope="col" className="text max-lg:hidden">
              {head.tags}
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.slug}>
              <td className="align-top text-soft max-sm:whitespace-normal!">{entry.when}</td>
              <td className="text min-w-44 whitespace-normal!">
                <Link href={`/events/${entry.slug}`} prefetch={false} className="quiet-link font-medium">
                  {entry.title}
                </Link>
                {!entry.confirmed && <span className="ml-2 text-faint text-tiny">{board.events.unconfirmed}</span>}
                <span className="block text-faint text-small md:hidden">
                  {entry.precision} · {entry.listings.join(', ')}
                </span>
              </td>
              <td className="text align-top text-soft max-md:hidden" title={entry.timeNote}>
                {entry.precision}
              </td>
              <td className="text align-top max-md:hidden">
                {entry.listings.map((symbol, index) => (
                  <span key={symbol}>
                    {index > 0 && ', '}
                    <Link href={listingHref(symbol)} prefetch={false} className="quiet-link">
                      {symbol}
                    </Link>
                  </span>
                ))}
              </td>
              <td className="text align-top text-faint text-small max-lg:hidden">{entry.tags.join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
