import { StateBadge } from '@/app/_admin/StateBadge'
import { ThingName } from '@/app/_admin/ThingList'
import { useEventTime } from '@/app/_ui/events/time'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { commonTexts } from '@/app/_ui/messages/common'
import type { EventView } from '@/lib/api/events/schema'

/** An event with its state and what it is about. */
export function EventRow({ event }: { event: EventView }) {
  const [{ listSeparator }, say, time] = [useTexts(commonTexts), useStored(), useEventTime()]
  const about = [
    ...event.listings.map(({ symbol }) => symbol),
    ...event.topics.map(({ name, nameZh }) => say(name, nameZh)),
    ...event.tags.map(time.tag),
  ]
  return (
    <tr>
      <td className="align-top">{time.when(event)}</td>
      <td className="text whitespace-normal! min-w-56 align-top">
        <ThingName
          list="/admin/events"
          name={say(event.title, event.titleZh)}
          slug={event.slug}
          managedBy={event.managedBy}
        />
      </td>
      <td className="text align-top">
        <StateBadge status={event.status} />
      </td>
      <td className="text whitespace-normal! min-w-40 align-top text-small text-soft">{about.join(listSeparator)}</td>
    </tr>
  )
}
