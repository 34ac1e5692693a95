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
      <Panel title={texts.known}>
        <dl className="space-y-2 px-4 pb-3 text-soft">
          {event.timeNote && (
            <>
              <dt className="text-faint text-small">{texts.time}</dt>
              <dd className="-mt-1.5">{say(event.timeNote, event.timeNoteZh)}</dd>
            </>
          )}
          <dt className="text-faint text-small">{texts.source}</dt>
          <dd className="-mt-1.5">
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
          </dd>
          {event.topics.length > 0 && (
            <>
              <dt className="text-faint text-small">{texts.topics}</dt>
              <dd className="-mt-1.5 flex flex-wrap gap-x-3 gap-y-1">
                {event.topics.map(({ slug, name, nameZh }) => (
                  <Link key={slug} className="link" href={`/events?topic=${slug}`} prefetch={false}>
                    {say(name, nameZh)}
                  </Link>
                ))}
              </dd>
            </>
          )}
        </dl>
      </Panel>
    </div>
  )
}
