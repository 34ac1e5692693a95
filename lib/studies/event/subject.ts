import { isRefusal, type Refusal, refuse } from '@/lib/analytics/refusal'
import { indexAtOrAfter } from '@/lib/market/dateIndex'
import { dayZeroOf } from '@/lib/market/eventTime'
import { exchangeOf, isMic } from '@/lib/market/exchange'
import type { StoredEvent } from '@/lib/store/event/list'
import { eventTimeOf } from '@/lib/store/event/time'
import type { Listing } from '@/lib/store/listing/list'
import { type EventDay, eventSessions } from './eventDays'
import type { StudySeries } from './series'
import type { StudySource } from './source'

/** One event for one listing: its series, day 0, and the listing's other events. */
export interface StudySubject {
  readonly event: StoredEvent
  readonly listing: Listing
  readonly series: StudySeries
  /** Day 0 on the exchange; null with the reason in `refusal`. */
  readonly day0: string | null
  /** Position of the return of day 0, or of the first session after it that the series has; -1 without one. */
  readonly zero: number
  readonly refusal: Refusal | null
  readonly others: readonly EventDay[]
  /** Positions of sessions around the other events. */
  readonly around: ReadonlyMap<number, readonly EventDay[]>
}

function dayZeroIn(event: StoredEvent, mic: string): { session: string } | Refusal {
  if (!isMic(mic)) return refuse('calendar-unknown', `the calendar of ${mic} is not known`)
  const { session, reason } = dayZeroOf(eventTimeOf(event), mic)
  if (session !== null) return { session }
  if (reason === 'month')
    return refuse('month', `only the month of the event is known (${event.start}), so it has no day 0`)
  const { knownFrom, knownUntil } = exchangeOf(mic)
  return refuse(
    'calendar-unknown',
    `the calendar of ${mic} is known from ${knownFrom} to ${knownUntil}, and does not reach the event`,
  )
}

function positionOf(series: StudySeries, day0: string): number | Refusal {
  const [first, last] = [series.session[0], series.session.at(-1)]
  if (first === undefined || last === undefined) return refuse('past-the-data', 'no settled session is stored')
  const at = indexAtOrAfter(series.session, day0)
  if (at === series.session.length) {
    const [waiting] = series.unsettled
    return waiting === undefined
      ? refuse('past-the-data', `day 0 is ${day0}, the last session that listing and benchmark share is ${last}`)
      : refuse('unsettled', `day 0 is ${day0}, and ${waiting} is stored but not settled`)
  }
  if (at === 0) return refuse('before-the-data', `day 0 is ${day0}, the first stored session is ${first}`)
  return at - 1
}

/** What a study of `event` for `listing` starts from, as known at the source's moment. */
export async function studySubject(source: StudySource, event: StoredEvent, listing: Listing): Promise<StudySubject> {
  const [series, days] = await Promise.all([source.series(listing), source.eventDays(listing)])
  const others = days.filter(({ slug }) => slug !== event.slug)
  const shared = { event, listing, series, others, around: eventSessions(series.session, others) }
  const zero = dayZeroIn(event, listing.mic)
  if (isRefusal(zero)) return { ...shared, day0: null, zero: -1, refusal: zero }
  const position = positionOf(series, zero.session)
  if (typeof position !== 'number') return { ...shared, day0: zero.session, zero: -1, refusal: position }
  return { ...shared, day0: zero.session, zero: position, refusal: null }
}
