import { addDays, dateParts, daysBetween, daysInMonth, type TradingDate } from '@/lib/market/date'
import type { StoredRevenue } from '@/lib/store/revenue/read'

/** A quarter's figures that are to come: nobody has announced the day, it is told from the same quarter of an earlier year. */
export interface ExpectedFiling {
  readonly topic: string
  readonly label: string
  /** The last day of the quarter; of a year of 52 weeks it may be a week off. */
  readonly periodEnd: TradingDate
  readonly expectedOn: TradingDate
  /** `overdue` from the day after, however long the feeds have been silent. */
  readonly state: 'ahead' | 'due' | 'overdue'
  readonly basis: { readonly label: string; readonly end: TradingDate; readonly knownOn: TradingDate }
}

/** `FY2026-Q4` some years on. */
function labelAfter(label: string, years: number): string {
  return label.replace(/\d{4}/, (year) => String(Number(year) + years))
}

/** The end of the same quarter some years on: the last day of the same month, or whole weeks on for a fiscal year that ends on a weekday. */
function endAfter(end: TradingDate, years: number): TradingDate {
  const { year, month, day } = dateParts(end)
  if (day !== daysInMonth(year, month)) return addDays(end, 364 * years)
  const later = year + years
  return `${later}-${end.slice(5, 7)}-${String(daysInMonth(later, month)).padStart(2, '0')}`
}

/**
 * The quarters that are not stored yet, from the one after the last stored quarter to the first one still ahead on `today` (a UTC date), for the rows of
 * one topic ascending by period end. Each is expected as long after its end as the same quarter was known the last time. Nothing without four stored quarters.
 */
export function expectedFilings(rows: readonly StoredRevenue[], today: TradingDate): ExpectedFiling[] {
  const [last, year] = [rows.at(-1), rows.slice(-4)]
  if (last === undefined || year.length < 4) return []
  // One year more than has passed since the last stored quarter holds a quarter ahead.
  const years = Math.max(1, dateParts(today).year - dateParts(last.end).year + 1)
  const all = year.flatMap(({ topic, label, end, knownAt }) =>
    Array.from({ length: years }, (_, i): ExpectedFiling => {
      const knownOn = knownAt.toISOString().slice(0, 10)
      const periodEnd = endAfter(end, i + 1)
      const expectedOn = addDays(periodEnd, daysBetween(end, knownOn))
      const state = expectedOn > today ? 'ahead' : expectedOn === today ? 'due' : 'overdue'
      return { topic, label: labelAfter(label, i + 1), periodEnd, expectedOn, state, basis: { label, end, knownOn } }
    }),
  )
  const ordered = all.sort((a, b) => (a.periodEnd < b.periodEnd ? -1 : 1))
  const ahead = ordered.findIndex(({ state }) => state === 'ahead')
  return ordered.slice(0, ahead + 1)
}
