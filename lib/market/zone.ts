import { dateOfEpochDay, dateParts, type TradingDate } from './date'

const minuteMs = 60_000
const dayMs = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    formats.set(timeZone, format)
    return format
  } catch (cause) {
    throw new RangeError(`"${timeZone}" is not an IANA time zone such as America/New_York`, { cause })
  }
}

/** The clock of a zone at a moment, as the epoch milliseconds a UTC clock with the same face would have. */
function askedWallMs(moment: Date, timeZone: string): number {
  const part: Record<string, number> = {}
  for (const { type, value } of formatOf(timeZone).formatToParts(moment)) part[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/** Since when no zone has had an offset with seconds, nor two changes within a day of UTC; and far enough on for what is remembered to stay small. In days since 1970. */
const [firstPlainDay, lastPlainDay] = [Date.UTC(1973, 0, 1) / dayMs, Date.UTC(2100, 0, 1) / dayMs]
/** Offsets of zones at midnight UTC, by day. To ask for one takes some microseconds, and of a long series each close is asked for. */
const offsets = new Map<string, Map<number, number>>()

function offsetAtMidnight(day: number, timeZone: string): number {
  const ofZone = offsets.get(timeZone) ?? new Map<number, number>()
  const known = ofZone.get(day)
  if (known !== undefined) return known
  const offset = askedWallMs(new Date(day * dayMs), timeZone) - day * dayMs
  offsets.set(timeZone, ofZone.set(day, offset))
  return offset
}

/** As `askedWallMs`, which is asked only on days on which the clocks change. Throws a RangeError for an invalid Date or an unknown zone. */
function wallMs(moment: Date, timeZone: string): number {
  const ms = moment.getTime()
  if (Number.isNaN(ms)) throw new RangeError(`an invalid Date has no local time in ${timeZone}`)
  const day = Math.floor(ms / dayMs)
  if (day < firstPlainDay || day > lastPlainDay) return askedWallMs(moment, timeZone)
  const offset = offsetAtMidnight(day, timeZone)
  // The face of a clock shows whole seconds.
  return offset === offsetAtMidnight(day + 1, timeZone)
    ? Math.floor(ms / 1_000) * 1_000 + offset
    : askedWallMs(moment, timeZone)
}

/** Keeps what was worked out for a whole number; forgets all when there are more of them than days in a century. */
function remembered<T>(work: (n: number) => T): (n: number) => T {
  const known = new Map<number, T>()
  return (n) => {
    const found = known.get(n)
    if (found !== undefined) return found
    if (known.size > 40_000) known.clear()
    const value = work(n)
    known.set(n, value)
    return value
  }
}

const dateOfDay = remembered(dateOfEpochDay)

/** The date on the wall in a zone at a moment. Throws a RangeError for an invalid Date or an unknown zone. */
export function localDate(moment: Date, timeZone: string): TradingDate {
  return dateOfDay(Math.floor(wallMs(moment, timeZone) / dayMs))
}

/** The time on the wall in a zone at a moment, `HH:MM` of 24 hours, seconds cut off. Errors as `localDate`. */
export function localTime(moment: Date, timeZone: string): string {
  const wall = wallMs(moment, timeZone)
  const minutes = Math.floor((wall - Math.floor(wall / dayMs) * dayMs) / minuteMs)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/**
 * The moment when the clocks of a zone show a date and a time (`HH:MM`, 00:00 to 23:59).
 * A time that daylight saving skips moves on by the length of the gap (02:30 becomes 03:30); of a time that happens
 * twice the first is meant.
 * Throws a RangeError for a bad date, time or zone.
 */
export function momentAt(date: TradingDate, time: string, timeZone: string): Date {
  const clock = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time)
  if (!clock) throw new RangeError(`"${time}" is not a time of the form HH:MM`)
  const { year, month, day } = dateParts(date)
  const wall = Date.UTC(year, month - 1, day, Number(clock[1]), Number(clock[2]))
  const offsetNear = (ms: number) => wallMs(new Date(ms), timeZone) - ms
  const before = wall - offsetNear(wall - dayMs)
  if (wallMs(new Date(before), timeZone) === wall) return new Date(before)
  const after = wall - offsetNear(wall + dayMs)
  return new Date(wallMs(new Date(after), timeZone) === wall ? after : before)
}
