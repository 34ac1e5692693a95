import { addDays, daysInMonth } from './date'
import { type EventTime, eventMoment } from './eventTime'
import { exchangeOf } from './exchange'
import { CalendarUnknownError } from './sessions'
import { momentAt } from './zone'

/** The event's moment; null also for the end of a day of which the calendar does not know whether it is a session. */
function momentIfKnown(event: EventTime): Date | null {
  try {
    return eventMoment(event)
  } catch (error) {
    if (error instanceof CalendarUnknownError) return null
    throw error
  }
}

/**
 * The moment from which an event counts as known: its own when that is known or its phase tells it, else the end of its day at its home exchange (UTC
 * without one), or the end of its month. Never earlier than it could have been known. Throws a RangeError for a malformed start.
 */
export function eventKnownFrom(event: EventTime): Date {
  const moment = momentIfKnown(event)
  if (moment) return moment
  const [year, month] = event.start.split('-').map(Number)
  const last =
    event.precision === 'day'
      ? event.start
      : `${event.start}-${String(daysInMonth(year ?? 0, month ?? 1)).padStart(2, '0')}`
  return momentAt(addDays(last, 1), '00:00', event.homeMic === null ? 'UTC' : exchangeOf(event.homeMic).timeZone)
}
