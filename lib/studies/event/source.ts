import { eventKnownFrom } from '@/lib/market/eventKnown'
import type { Store } from '@/lib/store/connection/store'
import { listEvents, type StoredEvent } from '@/lib/store/event/list'
import { eventTimeOf } from '@/lib/store/event/time'
import { type Listing, listListings } from '@/lib/store/listing/list'
import { type EventDay, eventDaysOf } from './eventDays'
import { type StudySeries, studySeries } from './series'

/** What studies read from the store, each thing once: listings, events and series as known at `now`. */
export interface StudySource {
  readonly now: Date
  listing(symbol: string): Promise<Listing | null>
  /** Published events that had happened at `now`, results days included, ascending. */
  events(): Promise<readonly StoredEvent[]>
  /** Days 0 of the events that name a listing, results days included. */
  eventDays(listing: Listing): Promise<readonly EventDay[]>
  /** The series of a listing against its benchmark, when it has one. */
  series(listing: Listing): Promise<StudySeries>
}

/** A source over `store` as it could be known at `now`. Nothing is read before it is asked for. */
export function studySource(store: Store, now: Date): StudySource {
  let listings: Promise<Map<string, Listing>> | undefined
  let events: Promise<StoredEvent[]> | undefined
  const series = new Map<string, Promise<StudySeries>>()
  const days = new Map<string, Promise<EventDay[]>>()
  const allListings = () => {
    listings ??= listListings(store.sql).then((rows) => new Map(rows.map((row) => [row.symbol, row])))
    return listings
  }
  const knownEvents = () => {
    events ??= listEvents(store).then((all) => all.filter((event) => eventKnownFrom(eventTimeOf(event)) <= now))
    return events
  }
  return {
    now,
    listing: async (symbol) => (await allListings()).get(symbol) ?? null,
    events: knownEvents,
    eventDays: (listing) => {
      const known = days.get(listing.symbol) ?? knownEvents().then((all) => eventDaysOf(all, listing))
      days.set(listing.symbol, known)
      return known
    },
    series: async (listing) => {
      const { symbol, benchmark } = listing
      const other = benchmark === null ? null : ((await allListings()).get(benchmark) ?? null)
      const known = series.get(symbol) ?? studySeries(store.sql, listing, other, now)
      series.set(symbol, known)
      return known
    },
  }
}
