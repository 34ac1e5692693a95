/** A calendar day as an exchange writes it: `YYYY-MM-DD`, years 0001 to 9999. It has no time and no zone. */
export type TradingDate = string

const shape = /^(\d{4})-(\d{2})-(\d{2})$/

/** Days in a month (1 to 12) of a year of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Whether the text is `YYYY-MM-DD` and that day is in the calendar (2025-02-29 is not). */
export function isTradingDate(text: string): boolean {
  const match = shape.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Year, month (1 to 12) and day of a date. Throws a RangeError that names the text when it is no calendar date. */
export function dateParts(date: TradingDate): { year: number; month: number; day: number } {
  if (!isTradingDate(date)) throw new RangeError(`"${date}" is not a calendar date of the form YYYY-MM-DD`)
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

/**
 * Days since 1970-01-01, negative before. Throws a RangeError for what is no calendar date.
 * Source: the proleptic Gregorian count by 400-year eras of 146,097 days, years begun in March.
 */
export function epochDay(date: TradingDate): number {
  const { year, month, day } = dateParts(date)
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/**
 * The date of a count of days since 1970-01-01; the inverse of `epochDay`. Throws a RangeError outside years 1 to
 * 9999.
 */
export function dateOfEpochDay(days: number): TradingDate {
  if (!Number.isInteger(days)) throw new RangeError(`${days} is not a whole number of days`)
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  if (year < 1 || year > 9999) throw new RangeError(`day ${days} from 1970-01-01 lies outside the years 1 to 9999`)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/**
 * The date n days later (earlier when n is negative). Throws a RangeError for a bad date or outside years 1 to 9999.
 */
export function addDays(date: TradingDate, n: number): TradingDate {
  return dateOfEpochDay(epochDay(date) + n)
}

/** Day of the week, 1 = Monday to 7 = Sunday. Throws a RangeError for what is no calendar date. */
export function weekday(date: TradingDate): number {
  return ((((epochDay(date) + 3) % 7) + 7) % 7) + 1
}

/** Days from a to b: positive when b is later. Throws a RangeError for what is no calendar date. */
export function daysBetween(a: TradingDate, b: TradingDate): number {
  return epochDay(b) - epochDay(a)
}
