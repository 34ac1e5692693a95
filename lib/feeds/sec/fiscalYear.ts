import { addDays, daysBetween, isTradingDate, weekday } from '@/lib/market/date'

/** A fiscal year of 52 or 53 weeks that ends on the last such weekday (1 Monday to 7 Sunday) of a month, named for the year it ends in. */
export interface FiscalYearEnd {
  readonly month: number
  readonly weekday: number
}

/** Companies whose fiscal calendar we know, by ten-digit CIK. */
export const fiscalYearEnds: Readonly<Record<string, FiscalYearEnd>> = {
  // Nvidia: the last Sunday of January.
  '0001045810': { month: 1, weekday: 7 },
}

/** The last day of a fiscal year. */
export function fiscalYearEnd(year: number, rule: FiscalYearEnd): string {
  const [nextYear, nextMonth] = rule.month === 12 ? [year + 1, 1] : [year, rule.month + 1]
  const monthEnd = addDays(`${nextYear}-${String(nextMonth).padStart(2, '0')}-01`, -1)
  return addDays(monthEnd, -((weekday(monthEnd) - rule.weekday + 7) % 7))
}

/** A period may end this many days off the calendar's thirteen weeks: the extra week of a 53-week year falls in any quarter. */
const slackDays = 8

/**
 * The quarter that ends on a day, as `FY2026-Q4`, told from the period itself: the `fy` and `fp` of a fact belong to the filing it stands in.
 * Null when no quarter of that calendar ends there.
 */
export function fiscalQuarterLabel(periodEnd: string, rule: FiscalYearEnd): string | null {
  if (!isTradingDate(periodEnd)) return null
  let year = Number(periodEnd.slice(0, 4))
  while (fiscalYearEnd(year, rule) < periodEnd) year++
  const left = daysBetween(periodEnd, fiscalYearEnd(year, rule))
  const quartersLeft = Math.round(left / 91)
  if (Math.abs(left - quartersLeft * 91) > slackDays || quartersLeft > 4) return null
  // A period that ends a few days after the year's end by the rule still belongs to that year.
  return quartersLeft === 4 ? `FY${year - 1}-Q4` : `FY${year}-Q${4 - quartersLeft}`
}
