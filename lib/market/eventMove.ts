import { addDays, daysBetween, type TradingDate, weekday } from './date'
import { dayZero, type EventTime, eventDate, eventMoment } from './eventTime'
import { exchangeOf, type Mic } from './exchange'
import { CalendarUnknownError, isSession, nextSession, previousSession, sessionOnOrAfter } from './sessions'
import { localTime, momentAt } from './zone'

type Ends = Pick<EventTime, 'start' | 'end'>

const minuteForm = (moment: Date) => `${moment.toISOString().slice(0, 19)}Z`
const monthNumber = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
const monthText = (n: number) =>
  `${String(Math.floor(n / 12)).padStart(4, '0')}-${String((n % 12) + 1).padStart(2, '0')}`

/** The value of `find`, or null where a calendar does not reach. */
function known<T>(find: () => T): T | null {
  try {
    return find()
  } catch (error) {
    if (error instanceof CalendarUnknownError) return null
    throw error
  }
}

const isTradingDay = (mic: Mic | null, date: TradingDate) =>
  (mic === null ? null : known(() => isSession(mic, date))) ?? weekday(date) < 6

/** The end of an event whose start has moved: as far after it as before. A month moves by months, a minute keeps its clock. */
function endAt(event: EventTime, start: string): string | null {
  const { end, precision } = event
  if (end === null) return null
  if (precision === 'month') return monthText(monthNumber(end) + monthNumber(start) - monthNumber(event.start))
  if (precision === 'day') return addDays(end, daysBetween(event.start, start))
  const ms = (text: string) => new Date(text).getTime()
  return minuteForm(new Date(ms(end) + ms(start) - ms(event.start)))
}

/** The same event on the date `date` at its home exchange (in UTC without a home), at the same time on the clock there. */
function onDate(event: EventTime, date: TradingDate): Ends {
  if (event.precision === 'day') return { start: date, end: endAt(event, date) }
  if (event.precision === 'month') return { start: date.slice(0, 7), end: endAt(event, date.slice(0, 7)) }
  const zone = event.homeMic === null ? 'UTC' : exchangeOf(event.homeMic).timeZone
  const moment = eventMoment(event) ?? new Date(event.start)
  const start = minuteForm(momentAt(date, localTime(moment, zone), zone))
  return { start, end: endAt(event, start) }
}

/**
 * The start and end that bring an event's day 0 on an exchange to the session `target` (the next one when there is none that day): precision, phase, time of the day at its
 * home, and length stay; a trading day at home is preferred, and of these the latest. Without an exchange, for a month, and where the calendars do not reach, the event is
 * put on the date itself. Throws a RangeError for a malformed event or date.
 */
export function movedTo(event: EventTime, mic: Mic | null, target: TradingDate): Ends {
  if (mic === null || event.precision === 'month') return onDate(event, target)
  const session = known(() => sessionOnOrAfter(mic, target))
  if (session === null) return onDate(event, target)
  // A long holiday lies between the two at most.
  const dates = Array.from({ length: 16 }, (_, i) => addDays(session, 1 - i))
  const fitting = dates.filter((date) => dayZero({ ...event, ...onDate(event, date) }, mic) === session)
  const best = fitting.find((date) => isTradingDay(event.homeMic, date)) ?? fitting[0]
  return onDate(event, best ?? session)
}

/**
 * The day to move to for one step `earlier` or later from where an event stands: the session before or after on the exchange, the weekday where its calendar is not known
 * or there is no exchange; for a month the first of the month before or after. Throws a RangeError for a malformed event.
 */
export function stepFrom(event: EventTime, mic: Mic | null, step: 'earlier' | 'later'): TradingDate {
  const sign = step === 'later' ? 1 : -1
  if (event.precision === 'month') return `${monthText(monthNumber(event.start) + sign)}-01`
  const stands = (mic === null ? null : dayZero(event, mic)) ?? eventDate(event)
  const session = mic && known(() => (step === 'later' ? nextSession(mic, stands) : previousSession(mic, stands)))
  if (session) return session
  let day = addDays(stands, sign)
  while (weekday(day) > 5) day = addDays(day, sign)
  return day
}
