import { indexAtOrAfter } from '@/lib/market/dateIndex'
import { dayZero } from '@/lib/market/eventTime'
import { isMic } from '@/lib/market/exchange'
import type { StoredEvent } from '@/lib/store/event/list'
import { eventTimeOf } from '@/lib/store/event/time'
import type { Listing } from '@/lib/store/listing/list'

/** An event that names a listing, at its day 0 on the listing's exchange. */
export interface EventDay {
  readonly slug: string
  readonly title: string
  readonly titleZh: string
  readonly kind: 'event' | 'results'
  readonly day0: string
}

/** Days 0 of the events that name a listing, results days included; a month, and what the calendar does not reach, has none. */
export function eventDaysOf(
  events: readonly StoredEvent[],
  { symbol, mic }: Pick<Listing, 'symbol' | 'mic'>,
): EventDay[] {
  if (!isMic(mic)) return []
  return events.flatMap((event) => {
    if (!event.listings.some((listing) => listing.symbol === symbol)) return []
    const day0 = dayZero(eventTimeOf(event), mic)
    const { slug, title, titleZh, kind } = event
    return day0 === null ? [] : [{ slug, title, titleZh, kind, day0 }]
  })
}

/** Sessions around an event that are left out of estimation windows: one before day 0 to one after it. */
const around = 1

/** Position of an event's day 0 in ascending sessions (the first one after it where there is no bar of it); -1 for an event before or after them all. */
export function eventPosition(session: readonly string[], { day0 }: Pick<EventDay, 'day0'>): number {
  const at = indexAtOrAfter(session, day0)
  return at === session.length || day0 < (session[0] ?? '') ? -1 : at
}

/** Positions of the sessions from -1 to +1 around each event, with the events they belong to. */
export function eventSessions(session: readonly string[], days: readonly EventDay[]): Map<number, EventDay[]> {
  const out = new Map<number, EventDay[]>()
  for (const day of days) {
    const zero = eventPosition(session, day)
    if (zero < 0) continue
    for (let at = Math.max(0, zero - around); at <= Math.min(session.length - 1, zero + around); at++) {
      out.set(at, [...(out.get(at) ?? []), day])
    }
  }
  return out
}
