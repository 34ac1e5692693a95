import Link from 'next/link'
import { StateBadge } from '@/app/_admin/StateBadge'
import { useEventTime } from '@/app/_ui/events/time'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { commonTexts } from '@/app/_ui/messages/common'
import { thingTexts } from '@/app/_ui/messages/things'
import { Empty } from '@/app/_ui/states/Empty'
import { TableHead } from '@/app/_ui/TableHead'
import { Wide } from '@/app/_ui/Wide'
import type { EventView } from '@/lib/api/events/schema'

function Row({ event }: { event: EventView }) {
  const [texts, { listSeparator }, say, time] = [
    useTexts(thingTexts),
    useTexts(commonTexts),
    useStored(),
    useEventTime(),
  ]
  const about = [
    ...event.listings.map(({ symbol }) => symbol),
    ...event.topics.map(({ name, nameZh }) => say(name, nameZh)),
    ...event.tags.map(time.tag),
  ]
  return (
    <tr>
      <td className="align-top">{time.when(event)}</td>
      <td className="text whitespace-normal! min-w-56 align-top">
        <Link href={`/admin/events/${event.slug}`} prefetch={false} className="quiet-link font-medium">
          {say(event.title, event.titleZh)}
        </Link>
        <span className="block text-faint text-small">
          {[event.slug, ...(event.managedBy ? [texts.managedShort(event.managedBy)] : [])].join(' · ')}
        </span>
      </td>
      <td className="text align-top">
        <StateBadge status={event.status} />
      </td>
      <td className="text whitespace-normal! min-w-40 align-top text-small text-soft">{about.join(listSeparator)}</td>
    </tr>
  )
}

/** Events with their state and what they are about, each leading to its form. */
export function EventTable({ items }: { items: readonly EventView[] }) {
  const { events, none } = useTexts(thingTexts)
  const { head } = events
  return (
    <div className="panel">
      {items.length === 0 ? (
        <Empty text={none} />
      ) : (
        <Wide label={events.title}>
          <table className="figures" data-testid="things">
            <TableHead
              columns={[
                { name: head.when },
                { name: head.what, words: true },
                { name: head.state, words: true },
                { name: head.about, words: true },
              ]}
            />
            <tbody>
              {items.map((event) => (
                <Row key={event.slug} event={event} />
              ))}
            </tbody>
          </table>
        </Wide>
      )}
    </div>
  )
}
