import { dateParts, daysBetween, daysInMonth, isTradingDate, type TradingDate } from './date'

/** A span of days, both ends included. */
export interface Period {
  readonly start: TradingDate
  readonly end: TradingDate
}

const two = (n: number) => String(n).padStart(2, '0')

function months(year: string, first: number, last: number): Period {
  return {
    start: `${year}-${two(first)}-01`,
    end: `${year}-${two(last)}-${two(daysInMonth(Number(year), last))}`,
  }
}

/**
 * The days a promise or a date speaks of: a year `2027`, a quarter `2026-Q1`, a month `2026-03` or a day `2026-03-15`.
 * Throws a RangeError that names anything else.
 */
export function promisedWindow(promised: string): Period {
  const match = /^(\d{4})(?:-Q([1-4])|-(\d{2}))?$/.exec(promised)
  const [, year = '', quarter, month] = match ?? []
  if (quarter !== undefined) return months(year, Number(quarter) * 3 - 2, Number(quarter) * 3)
  if (month !== undefined && isTradingDate(`${year}-${month}-01`)) return months(year, Number(month), Number(month))
  if (match && month === undefined && Number(year) > 0) return months(year, 1, 12)
  if (isTradingDate(promised)) return { start: promised, end: promised }
  throw new RangeError(`"${promised}" is not a year, quarter, month or day (2027, 2026-Q1, 2026-03, 2026-03-15)`)
}

export type MilestoneState = 'unscheduled' | 'promised' | 'due' | 'late' | 'shipped'

/**
 * Where a milestone stands on a day: shipped from the (first day of the) date it shipped; else unscheduled without a
 * window, promised before it,
 * due within it, late after it. `promised` and `shippedOn` take the forms of `promisedWindow`, or null. Throws a
 * RangeError for other texts.
 */
export function milestoneState(of: {
  promised: string | null
  shippedOn: string | null
  today: TradingDate
}): MilestoneState {
  dateParts(of.today)
  if (of.shippedOn !== null && promisedWindow(of.shippedOn).start <= of.today) return 'shipped'
  if (of.promised === null) return 'unscheduled'
  const { start, end } = promisedWindow(of.promised)
  if (of.today < start) return 'promised'
  return of.today <= end ? 'due' : 'late'
}

/**
 * Whole days by which a milestone is past its promised window: for one that has not shipped those from the window's last day to `today`, for one that has
 * those to the (first day of the) date it shipped. Null without a window, and when it is not past it. Texts and errors as for `milestoneState`.
 */
export function daysPastWindow(of: {
  promised: string | null
  shippedOn: string | null
  today: TradingDate
}): number | null {
  if (of.promised === null) return null
  const shipped = of.shippedOn === null ? null : promisedWindow(of.shippedOn).start
  const until = shipped !== null && shipped <= of.today ? shipped : of.today
  const days = daysBetween(promisedWindow(of.promised).end, until)
  return days > 0 ? days : null
}

/**
 * The calendar quarter that ends on the day: 2025-06-30 is `2025-Q2`. Throws a RangeError when no quarter ends there.
 */
export function calendarQuarterLabel(end: TradingDate): string {
  const { year, month, day } = dateParts(end)
  if (month % 3 !== 0 || day !== daysInMonth(year, month)) {
    throw new RangeError(`${end} is not the last day of a calendar quarter`)
  }
  return `${end.slice(0, 4)}-Q${month / 3}`
}
