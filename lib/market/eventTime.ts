import { isTradingDate, type TradingDate } from './date'
import { exchangeOf, type Mic } from './exchange'
import { CalendarUnknownError, isSession, sessionClose, sessionClosingAfter, sessionOnOrAfter } from './sessions'
import { localDate, momentAt } from './zone'

export const eventPrecisions = ['minute', 'day', 'month'] as const
export type EventPrecision = (typeof eventPrecisions)[number]
export const eventPhases = ['pre', 'intraday', 'after', 'unknown'] as const
export type EventPhase = (typeof eventPhases)[number]

/** When something happened, as exactly as it is known. */
export interface EventTime {
  /** `2025-04-15T21:22:59Z` or `2025-08-27T20:22Z` (UTC, precision minute), `2025-08-21` (day), `2025-09` (month). */
  readonly start: string
  /** End of a range in the same form, or null. Day 0 looks at the start alone. */
  readonly end: string | null
  readonly precision: EventPrecision
  /** Part of the day at the home exchange; looked at for precision `day` only. */
  readonly phase: EventPhase
  /** Exchange of the first listing the event names; null when it names none. */
  readonly homeMic: Mic | null
}

/** Day 0 on an exchange, or why there is none: a month cannot be placed; the calendar does not reach. */
export type DayZero =
  | { readonly session: TradingDate; readonly reason: null }
  | { readonly session: null; readonly reason: 'month' | 'calendar-unknown' }

const instant = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?Z$/

/** The precision a start or end is written in, null when it is in none of the three forms. */
export function precisionOf(text: string): EventPrecision | null {
  if (isTradingDate(text)) return 'day'
  if (isTradingDate(`${text}-01`)) return 'month'
  const match = instant.exec(text)
  return match && isTradingDate(match[1] ?? '') ? 'minute' : null
}

function assertForm(event: EventTime): void {
  if (precisionOf(event.start) === event.precision) return
  throw new RangeError(
    `"${event.start}" is not an event time of precision ${event.precision} (2025-08-27T20:22Z, 2025-08-21 or 2025-09)`,
  )
}

/**
 * The instant that stands for the event: itself when known to the minute; for a day, midnight (`pre`), the open
 * (`intraday`) or the close (`after`)
 * of that date at the home exchange. Null for a month, and for a day whose phase or home is not known: that is told
 * by date on each exchange.
 * Throws a RangeError for a malformed start, CalendarUnknownError for an `after` outside the home's calendar.
 */
export function eventMoment(event: EventTime): Date | null {
  assertForm(event)
  const { start, precision, phase, homeMic } = event
  if (precision === 'minute') return new Date(start.replace(/T(\d{2}:\d{2})Z$/, 'T$1:00Z'))
  if (precision === 'month' || phase === 'unknown' || homeMic === null) return null
  const { timeZone, open, close } = exchangeOf(homeMic)
  if (phase === 'pre') return momentAt(start, '00:00', timeZone)
  if (phase === 'intraday') return momentAt(start, open, timeZone)
  return isSession(homeMic, start) ? sessionClose(homeMic, start) : momentAt(start, close, timeZone)
}

/**
 * Day 0 with its reason: the first session on the exchange whose close is strictly after the event's moment;
 * for a day of unknown phase (or without a home) the session of that date there, or the next one.
 * Throws a RangeError for a malformed start.
 */
export function dayZeroOf(event: EventTime, mic: Mic): DayZero {
  assertForm(event)
  if (event.precision === 'month') return { session: null, reason: 'month' }
  try {
    const moment = eventMoment(event)
    const session = moment ? sessionClosingAfter(mic, moment) : sessionOnOrAfter(mic, event.start)
    return { session, reason: null }
  } catch (error) {
    if (error instanceof CalendarUnknownError) return { session: null, reason: 'calendar-unknown' }
    throw error
  }
}

/**
 * The session of `dayZeroOf`, null when there is none (a month, or beyond the known calendar). Throws a RangeError for
 * a malformed start.
 */
export function dayZero(event: EventTime, mic: Mic): TradingDate | null {
  return dayZeroOf(event, mic).session
}

/**
 * The event's date for lists and sorting: the date at its home exchange when known to the minute (the UTC date
 * without a home), else the start as written.
 * Texts sort by time: a month comes before its days. Throws a RangeError for a malformed start.
 */
export function eventDate(event: EventTime): string {
  const moment = event.precision === 'minute' ? eventMoment(event) : null
  if (moment === null) {
    assertForm(event)
    return event.start
  }
  return localDate(moment, event.homeMic === null ? 'UTC' : exchangeOf(event.homeMic).timeZone)
}
