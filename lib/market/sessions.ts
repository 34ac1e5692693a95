import { assertKnown, CalendarUnknownError } from './calendarUnknown'
import { addDays, dateParts, type TradingDate } from './date'
import { calendarOf, exchangeOf, type Mic } from './exchange'
import { allSessions, sessionIndex, sessionMoment, sessionPlace } from './sessionTable'
import { localDate, localTime } from './zone'

export { CalendarUnknownError } from './calendarUnknown'

const minuteMs = 60_000

function checked(mic: Mic, date: TradingDate): TradingDate {
  dateParts(date)
  assertKnown(mic, date)
  return date
}

/**
 * Whether the exchange trades on the date. Throws CalendarUnknownError outside its known range, RangeError for no
 * date.
 */
export function isSession(mic: Mic, date: TradingDate): boolean {
  return sessionPlace(mic, date) !== undefined || allSessions(mic)[sessionIndex(mic, checked(mic, date))] === date
}

/** Why a weekday has no session (the holiday's name), null when it has one or is a weekend. Errors as `isSession`. */
export function closureReason(mic: Mic, date: TradingDate): string | null {
  return calendarOf(mic).years[Number(checked(mic, date).slice(0, 4))]?.closures[date] ?? null
}

/**
 * The sessions from `from` to `to`, both included, ascending; none when `to` is earlier. Errors as `isSession`, for
 * both ends.
 */
export function sessionsBetween(mic: Mic, from: TradingDate, to: TradingDate): TradingDate[] {
  const start = sessionIndex(mic, checked(mic, from))
  return allSessions(mic).slice(start, Math.max(start, sessionIndex(mic, addDays(checked(mic, to), 1))))
}

/** How many sessions `sessionsBetween` gives, without making a list of them. Errors as there. */
export function countSessions(mic: Mic, from: TradingDate, to: TradingDate): number {
  const start = sessionPlace(mic, from) ?? sessionIndex(mic, checked(mic, from))
  const last = sessionPlace(mic, to)
  const end = last === undefined ? sessionIndex(mic, addDays(checked(mic, to), 1)) : last + 1
  return Math.max(0, end - start)
}

function sessionEdge(mic: Mic, session: TradingDate, edge: 'open' | 'close'): Date {
  if (!isSession(mic, session)) throw new RangeError(`${session} is not a session of ${mic}`)
  return sessionMoment(mic, session, edge)
}

/**
 * The moment a session opens. Throws a RangeError when the date is no session, CalendarUnknownError outside the known
 * range.
 */
export function sessionOpen(mic: Mic, session: TradingDate): Date {
  return sessionEdge(mic, session, 'open')
}

/** The moment a session closes, early closes and half days included. Errors as `sessionOpen`. */
export function sessionClose(mic: Mic, session: TradingDate): Date {
  return sessionEdge(mic, session, 'close')
}

/**
 * The session in whose [open, close) the moment lies, else null: at the open it is that session, at the close none.
 * The midday break belongs to its session. Throws CalendarUnknownError when the exchange's date then is not known.
 */
export function sessionOf(mic: Mic, moment: Date): TradingDate | null {
  const date = localDate(moment, exchangeOf(mic).timeZone)
  if (!isSession(mic, date)) return null
  const inside = moment >= sessionMoment(mic, date, 'open') && moment < sessionMoment(mic, date, 'close')
  return inside ? date : null
}

/**
 * Whether the exchange trades at `now`: within [open, close) of a session and not in its midday break [from, to).
 * Errors as `sessionOf`.
 */
export function isOpen(mic: Mic, now: Date): boolean {
  if (sessionOf(mic, now) === null) return false
  const { lunch, timeZone } = exchangeOf(mic)
  if (lunch === null) return true
  const time = localTime(now, timeZone)
  return time < lunch[0] || time >= lunch[1]
}

/**
 * The last session before the date. Throws CalendarUnknownError when the date is not known or the search leaves the
 * known range.
 */
export function previousSession(mic: Mic, date: TradingDate): TradingDate {
  const session = allSessions(mic)[sessionIndex(mic, checked(mic, date)) - 1]
  if (session === undefined) throw new CalendarUnknownError(mic, addDays(exchangeOf(mic).knownFrom, -1))
  return session
}

/** The first session on the date or after it. Errors as `previousSession`. */
export function sessionOnOrAfter(mic: Mic, date: TradingDate): TradingDate {
  const session = allSessions(mic)[sessionIndex(mic, checked(mic, date))]
  if (session === undefined) throw new CalendarUnknownError(mic, addDays(exchangeOf(mic).knownUntil, 1))
  return session
}

/** The first session after the date. Errors as `previousSession`. */
export function nextSession(mic: Mic, date: TradingDate): TradingDate {
  return sessionOnOrAfter(mic, addDays(checked(mic, date), 1))
}

/**
 * The first session whose close is strictly after the moment. Throws CalendarUnknownError when the known range does
 * not reach that far.
 */
export function sessionClosingAfter(mic: Mic, moment: Date): TradingDate {
  const session = sessionOnOrAfter(mic, localDate(moment, exchangeOf(mic).timeZone))
  return sessionMoment(mic, session, 'close') > moment ? session : nextSession(mic, session)
}

/** The first close strictly after `now`. Errors as `sessionClosingAfter`. */
export function nextClose(mic: Mic, now: Date): Date {
  return sessionMoment(mic, sessionClosingAfter(mic, now), 'close')
}

/**
 * The last session whose close lies at least `delayMinutes` (of the feed) before `now`: the newest that a settled bar
 * can be asked for.
 * Throws CalendarUnknownError when the exchange's date at `now` less the delay is not known, or nothing known is due
 * yet.
 */
export function lastDueSession(mic: Mic, now: Date, delayMinutes: number): TradingDate {
  const limit = new Date(now.getTime() - delayMinutes * minuteMs)
  const date = localDate(limit, exchangeOf(mic).timeZone)
  if (isSession(mic, date) && sessionMoment(mic, date, 'close') <= limit) return date
  return previousSession(mic, date)
}
