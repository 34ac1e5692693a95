import { eventKnownFrom } from '@/lib/market/eventKnown'
import type { Store } from '@/lib/store/connection/store'
import { listEvents, type StoredEvent } from '@/lib/store/event/list'
import { eventTimeOf } from '@/lib/store/event/time'
import { type Listing, listingBySymbol } from '@/lib/store/listing/list'
import { unwatched, type Watch } from '../watch'
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

/** A source over `store` as it could be known at `now`, which tells `watch` what is read. Nothing is read before it is asked for. */
export function studySource(store: Store, now: Date, watch: Watch = unwatched): StudySource {
  const listings = new Map<string, Promise<Listing | null>>()
  let events: Promise<StoredEvent[]> | undefined
  const series = new Map<string, Promise<StudySeries>>()
  const days = new Map<string, Promise<EventDay[]>>()
  const listingOf = (symbol: string) => {
    const known = listings.get(symbol) ?? watch.listing(symbol).then(() => listingBySymbol(store.sql, symbol))
    listings.set(symbol, known)
    return known
  }
  const knownEvents = () => {
    events ??= watch.events().then(async () => {
      const all = (await listEvents(store)).map((event) => ({ event, from: eventKnownFrom(eventTimeOf(event)) }))
      for (const { from } of all) if (from > now) watch.until(from)
      return all.flatMap(({ event, from }) => (from <= now ? [event] : []))
    })
    return events
  }
  const seriesOf = async (listing: Listing) => {
    const { symbol, benchmark } = listing
    // The listing may have been read by somebody else.
    await watch.listing(symbol)
    const other = benchmark === null ? null : await listingOf(benchmark)
    return studySeries(store.sql, listing, other, now)
  }
  return {
    now,
    listing: listingOf,
    events: knownEvents,
    eventDays: (listing) => {
      const known = days.get(listing.symbol) ?? knownEvents().then((all) => eventDaysOf(all, listing))
      days.set(listing.symbol, known)
      return known
    },
    series: (listing) => {
      const known = series.get(listing.symbol) ?? seriesOf(listing)
      series.set(listing.symbol, known)
      return known
    },
  }
}
