import { eventKnownFrom } from '@/lib/market/eventKnown'
import { eventDate } from '@/lib/market/eventTime'
import type { Store } from '@/lib/store/connection/store'
import { type EventFilter, eventBySlug, listEvents, type StoredEvent } from '@/lib/store/event/list'
import { eventTimeOf } from '@/lib/store/event/time'
import { dayZeroView } from './dayZero'
import type { EventsView, EventView } from './schema'

export type { EventsView, EventView } from './schema'

function viewOf(event: StoredEvent): EventView {
  const time = eventTimeOf(event)
  return {
    ...event,
    date: eventDate(time),
    tags: [...event.tags],
    topics: [...event.topics],
    listings: [...event.listings],
    dayZero: event.listings.map((listing) => dayZeroView(time, listing)),
  }
}

/**
 * Published events that match every given condition, ascending by start. With `asOf` only those that had happened then; without it also what is
 * still to come.
 */
export async function eventsView(store: Store, filter: EventFilter, asOf?: Date): Promise<EventsView> {
  const events = await listEvents(store, filter)
  const known = asOf ? events.filter((event) => eventKnownFrom(eventTimeOf(event)) <= asOf) : events
  return { items: known.map(viewOf) }
}

/** The event of a slug when it is in one of the states (published when not given), null when there is none. */
export async function eventView(store: Store, slug: string, status?: EventFilter['status']): Promise<EventView | null> {
  const event = await eventBySlug(store, slug, status)
  return event && viewOf(event)
}
