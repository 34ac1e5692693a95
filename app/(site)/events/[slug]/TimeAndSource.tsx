import { events as texts } from '@/app/_ui/messages/events'
import { Panel } from '@/app/_ui/Panel'
import type { EventView } from '@/lib/api/events/view'

/** How well the event's time is known, and who says that it happened. */
export function TimeAndSource({ event }: { event: EventView }) {
  return (
    <div className="space-y-4">
      <Panel title={texts.time}>
        <p className="px-4 pb-3 text-soft">{event.timeNote}</p>
      </Panel>
      <Panel title={texts.source}>
        <p className="px-4 pb-3 text-soft">
          {event.sourceUrl ? (
            <a className="link" href={event.sourceUrl} rel="noreferrer">
              {event.sourceName}
            </a>
          ) : (
            event.sourceName
          )}
          . {!event.confirmed && texts.unconfirmed}
        </p>
      </Panel>
    </div>
  )
}
