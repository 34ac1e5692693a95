import Link from 'next/link'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { eventsTexts } from '@/app/_ui/messages/events'
import { Panel } from '@/app/_ui/Panel'
import type { EventView } from '@/lib/api/events/view'
import { DayZeroTable } from './DayZeroTable'

/** How well the event's time is known, who says that it happened, what it is about, and its day 0 on each exchange. */
export function Facts({ event }: { event: EventView }) {
  const [texts, say] = [useTexts(eventsTexts), useStored()]
  return (
    <div className="min-w-0 space-y-4 lg:col-start-1">
      {event.dayZero.length > 0 && <DayZeroTable event={event} />}
      <Panel title={texts.time}>
        <p className="px-4 pb-3 text-soft">{say(event.timeNote, event.timeNoteZh)}</p>
      </Panel>
      <Panel title={texts.source}>
        <p className="px-4 pb-3 text-soft">
          {/* Sources are named as they name themselves. */}
          <span lang="en">
            {event.sourceUrl ? (
              <a className="link" href={event.sourceUrl} rel="noreferrer">
                {event.sourceName}
              </a>
            ) : (
              event.sourceName
            )}
          </span>
          <span className="block text-faint text-small">{event.confirmed ? texts.confirmed : texts.unconfirmed}</span>
        </p>
      </Panel>
      {event.topics.length > 0 && (
        <Panel title={texts.topics}>
          <p className="flex flex-wrap gap-x-3 gap-y-1 px-4 pb-3">
            {event.topics.map(({ slug, name, nameZh }) => (
              <Link key={slug} className="link" href={`/events?topic=${slug}`} prefetch={false}>
                {say(name, nameZh)}
              </Link>
            ))}
          </p>
        </Panel>
      )}
    </div>
  )
}
