import type { Decimal } from 'decimal.js'
import { dateParts, daysBetween, daysInMonth, type TradingDate } from '@/lib/market/date'
import { indexAtOrBefore } from '@/lib/market/dateIndex'
import { type Refusal, refuse } from '../refusal'
import { Exact } from './exact'
import { type GrowthReading, growthOf } from './growth'

/** Change of a close over a whole number of years that ends with a session; closes are decimals of one basis. */
export interface YearChange {
  readonly start: TradingDate
  readonly startClose: string
  readonly end: TradingDate
  readonly endClose: string
  readonly change: Decimal
}

/** The same date so many years earlier; 29 February becomes the 28th where there is none. */
export function yearsEarlier(date: TradingDate, years: number): TradingDate {
  const { year, month, day } = dateParts(date)
  const then = String(year - years).padStart(4, '0')
  return `${then}${date.slice(4, 8)}${String(Math.min(day, daysInMonth(year - years, month))).padStart(2, '0')}`
}

/** Longer than any holiday of an exchange: a session further back than this stands for another day than the one that is meant. */
export const longestClosureDays = 14

/**
 * The change to the session at `end` from the last one at or before the same date `years` earlier. `sessions` ascend, `closes` are above zero. Refused
 * when no session of that time is stored.
 */
export function yearChange(
  sessions: readonly TradingDate[],
  closes: readonly string[],
  { end, years, reading }: { readonly end: number; readonly years: number; readonly reading: GrowthReading },
): YearChange | Refusal {
  const [endSession = '', endClose = ''] = [sessions[end], closes[end]]
  const wanted = yearsEarlier(endSession, years)
  const at = indexAtOrBefore(sessions, wanted)
  const [start, startClose] = [sessions[at], closes[at]]
  if (start === undefined || startClose === undefined || daysBetween(start, wanted) > longestClosureDays) {
    return refuse('before-the-data', `no session of the days up to ${wanted} is stored`)
  }
  const change = growthOf(new Exact(startClose), new Exact(endClose), reading)
  return { start, startClose, end: endSession, endClose, change }
}

/** A range as it was read out of a statement: `from` or more, and under `below`. */
export interface StatedRange {
  readonly from: number
  readonly below: number
}

/** Whether a value lies in a stated range. */
export function inRange(value: Decimal, { from, below }: StatedRange): boolean {
  return value.gte(from) && value.lt(below)
}

/** How many of some changes lie in a range, as a count and as a share from 0 to 1, with the smallest and largest of all. Throws a RangeError for none. */
export function countInRange(changes: readonly Decimal[], range: StatedRange) {
  if (changes.length === 0) throw new RangeError('expected at least one change')
  const satisfied = changes.filter((change) => inRange(change, range)).length
  return {
    count: changes.length,
    satisfied,
    share: satisfied / changes.length,
    min: Exact.min(...changes),
    max: Exact.max(...changes),
  }
}

/** The verdict on a statement that names no dates: true for all that it can mean, for none, or for some. */
export function verdictOfDates(satisfied: number, count: number): 'holds' | 'does-not-hold' | 'depends-on-the-dates' {
  if (satisfied === count) return 'holds'
  return satisfied === 0 ? 'does-not-hold' : 'depends-on-the-dates'
}
