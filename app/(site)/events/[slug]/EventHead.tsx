import Link from 'next/link'
import { Badge } from '@/app/_ui/Badge'
import type { EventEntry } from '@/app/_ui/events/entries'
import { useEventTime } from '@/app/_ui/events/time'
import { EditLink } from '@/app/_ui/frame/EditLink'
import { Icon } from '@/app/_ui/frame/Icon'
import { ViewActions } from '@/app/_ui/frame/ViewActions'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { eventsTexts } from '@/app/_ui/messages/events'
import { LookBack } from '@/app/_ui/PointInTime'
import { hrefWith, type Query, queryValue } from '@/app/_ui/url'
import type { EventView } from '@/lib/api/events/view'
import { around } from './around'

interface EventHeadProps {
  readonly event: EventView
  readonly path: string
  readonly query: Query
  readonly neighbours: readonly EventEntry[]
  readonly mayEdit: boolean
}

/** When it was, its title, and the ways from here: the event before, the one after, another moment, the view as data. */
export function EventHead({ event, path, query, neighbours, mayEdit }: EventHeadProps) {
  const [texts, say, time] = [useTexts(eventsTexts), useStored(), useEventTime()]
  const asOf = queryValue(query, 'asOf') ?? null
  const { earlier, later } = around(neighbours, event.slug)
  const steps = [
    { entry: earlier, text: texts.earlier, icon: 'earlier', rel: 'prev' } as const,
    { entry: later, text: texts.later, icon: 'later', rel: 'next' } as const,
  ]
  return (
    <header>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-soft">
          <span title={say(event.timeNote, event.timeNoteZh)}>
            {time.exactly(event)} · {time.precision(event)}
          </span>
          {event.tags.map((tag) => (
            <Link key={tag} href={hrefWith('/events', {}, { tag, asOf })} prefetch={false} className="quiet-link">
              <Badge tone="plain">{time.tag(tag)}</Badge>
            </Link>
          ))}
          {!event.confirmed && (
            <Badge tone="warn" title={texts.unconfirmed}>
              {texts.unconfirmedShort}
            </Badge>
          )}
        </p>
        <div className="no-print flex flex-wrap items-center gap-2">
          <nav aria-label={texts.neighbours} className="flex items-center">
            {steps.map(
              ({ entry, text, icon, rel }) =>
                entry && (
                  <Link
                    key={rel}
                    rel={rel}
                    href={hrefWith(`/events/${entry.slug}`, {}, { asOf })}
                    prefetch={false}
                    className="icon-button"
                    title={`${text}: ${entry.title}`}
                    aria-label={`${text}: ${entry.title}`}
                  >
                    <Icon name={icon} />
                  </Link>
                ),
            )}
          </nav>
          {mayEdit && <EditLink href={`/admin/events/${event.slug}`} />}
          <LookBack {...{ path, query }} />
          {/* What is not published is taken nowhere. */}
          {event.status === 'published' && <ViewActions {...{ path, query }} embed />}
        </div>
      </div>
      <h1 className="mt-1 font-semibold text-title tracking-tight">{say(event.title, event.titleZh)}</h1>
    </header>
  )
}
