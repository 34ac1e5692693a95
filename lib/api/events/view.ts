import { eventDate } from '@/lib/market/eventTime'
import type { Store } from '@/lib/store/connection/store'
import { type EventFilter, eventBySlug, listEvents, type StoredEvent } from '@/lib/store/event/list'
import { dayZeroView, eventTimeOf } from './dayZero'
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

/** Published events that match every given condition, ascending by start. The moment is taken as by every view; nothing here depends on it yet. */
export async function eventsView(store: Store, filter: EventFilter, _now: Date): Promise<EventsView> {
  return { items: (await listEvents(store, filter)).map(viewOf) }
}

/** The published event of a slug, null when there is none. The moment as in `eventsView`. */
export async function eventView(store: Store, slug: string, _now: Date): Promise<EventView | null> {
  // What is no slug is not asked for: Postgres refuses texts that hold a zero byte.
  const event = /^[a-z0-9][a-z0-9-]{0,99}$/.test(slug) ? await eventBySlug(store, slug) : null
  return event && viewOf(event)
}
