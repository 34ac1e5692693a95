import Link from 'next/link'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { eventsTexts } from '@/app/_ui/messages/events'
import { Panel } from '@/app/_ui/Panel'
import { TableHead } from '@/app/_ui/TableHead'
import { listingHref } from '@/app/_ui/url'
import { Wide } from '@/app/_ui/Wide'
import type { EventView } from '@/lib/api/events/view'
import { dayZeroReason } from './dayZeroReason'

/** The first session on each exchange that could have reacted, with the reason, or why there is none. */
export function DayZeroTable({ event }: { event: EventView }) {
  const [texts, say, { day }] = [useTexts(eventsTexts).dayZero, useStored(), useFormat()]
  const { title, note, head } = texts
  return (
    <Panel title={title} note={note}>
      <Wide label={title}>
        <table className="figures">
          <TableHead
            columns={[{ name: head.listing }, { name: head.session, words: true }, { name: head.note, words: true }]}
          />
          <tbody>
            {event.dayZero.map((zero) => {
              const listing = event.listings.find(({ symbol }) => symbol === zero.symbol)
              const reason = dayZeroReason(event, zero)
              return (
                <tr key={zero.symbol}>
                  <td className="whitespace-normal! align-top">
                    <Link href={listingHref(zero.symbol)} prefetch={false} className="quiet-link font-medium">
                      {listing ? say(listing.name, listing.nameZh) : zero.symbol}
                    </Link>{' '}
                    <span className="text-faint text-small">{zero.symbol}</span>
                  </td>
                  <td className="text align-top">{day(zero.session)}</td>
                  <td className="text whitespace-normal! align-top text-faint text-small">
                    {reason === null ? say(zero.note ?? '', zero.noteZh) : texts.reasons[reason]}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </Wide>
    </Panel>
  )
}
