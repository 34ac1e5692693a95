import { daysBetween, type TradingDate } from './date'
import { exchangeOf, type Mic } from './exchange'
import { CalendarUnknownError, lastDueSession, sessionsBetween } from './sessions'
import { localDate } from './zone'

/** How old a series of daily bars is, counted in sessions of its exchange. */
export interface SeriesAge {
  readonly state: 'fresh' | 'behind' | 'unknown'
  /** Sessions that are due and not there; null when it cannot be counted. */
  readonly sessionsBehind: number | null
  /** The newest session a settled bar is due for; null when the calendar does not say. */
  readonly lastDue: TradingDate | null
}

/** Days before the end of the known calendar from which the product says so (promise 4 of the design). */
export const calendarWarningDays = 60

function dueOrUnknown(mic: Mic, now: Date, delayMinutes: number): TradingDate | null {
  try {
    return lastDueSession(mic, now, delayMinutes)
  } catch (error) {
    if (error instanceof CalendarUnknownError) return null
    throw error
  }
}

/**
 * Age in market time: fresh when the last settled session is the last one due at `now` (Friday's on a Sunday), else
 * behind by so many sessions.
 * A series without a session (`lastSession` null), or one whose last session is before the known calendar, is behind
 * by a number not known.
 * Beyond the calendar the state is unknown; nothing is thrown for that. `delayMinutes` is what the feed needs after a
 * close.
 */
export function seriesAge(of: {
  mic: Mic
  lastSession: TradingDate | null
  now: Date
  delayMinutes: number
}): SeriesAge {
  const { mic, lastSession, now, delayMinutes } = of
  const lastDue = dueOrUnknown(mic, now, delayMinutes)
  if (lastDue === null) return { state: 'unknown', sessionsBehind: null, lastDue: null }
  if (lastSession !== null && lastSession >= lastDue) return { state: 'fresh', sessionsBehind: 0, lastDue }
  if (lastSession === null || lastSession < exchangeOf(mic).knownFrom) {
    return { state: 'behind', sessionsBehind: null, lastDue }
  }
  const missing = sessionsBetween(mic, lastSession, lastDue).filter((session) => session > lastSession)
  return { state: 'behind', sessionsBehind: missing.length, lastDue }
}

/**
 * From 60 days before the end of an exchange's calendar: that end and the days left (negative once it is past); null
 * before.
 */
export function calendarWarning(mic: Mic, now: Date): { knownUntil: TradingDate; daysLeft: number } | null {
  const { knownUntil, timeZone } = exchangeOf(mic)
  const daysLeft = daysBetween(localDate(now, timeZone), knownUntil)
  return daysLeft <= calendarWarningDays ? { knownUntil, daysLeft } : null
}
