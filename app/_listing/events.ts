import type { EventView } from '@/lib/api/events/view'

/** An event of a listing: its number in time, and where its mark stands on the chart. */
export interface ListingEvent {
  readonly number: number
  readonly event: EventView
  /** Day 0 on the listing's exchange, else the first day it may have been. */
  readonly markDate: string
  /** Last day of an event that lasted; null for one of a day. */
  readonly markEnd: string | null
}

/** The page of an event with the study of a listing. */
export function eventHref(slug: string, symbol: string): string {
  return `/events/${slug}?listing=${encodeURIComponent(symbol)}`
}

/** Numbers events in order of time, the first is 1. */
export function listingEvents(events: readonly EventView[], symbol: string): ListingEvent[] {
  const ordered = [...events].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  return ordered.map((event, index) => {
    const zero = event.dayZero.find((one) => one.symbol === symbol)?.session
    const markDate = zero ?? (event.date.length === 7 ? `${event.date}-01` : event.date.slice(0, 10))
    const end = event.end?.length === 10 && event.end > markDate ? event.end : null
    return { number: index + 1, event, markDate, markEnd: end }
  })
}
