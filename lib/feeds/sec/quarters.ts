import { Decimal } from 'decimal.js'
import { addDays } from '@/lib/market/date'
import { plainDecimal } from '../shared/decimal'
import { type Fact, periodDays, statements } from './facts'

/** One value a quarter was stated as, or follows from two statements. */
export interface QuarterStatement {
  readonly start: string
  readonly end: string
  /** Decimal in the unit of the facts. */
  readonly value: string
  /** The filing that made it known. */
  readonly report: Fact
  /** Whether it is the first value of its period. */
  readonly first: boolean
  /** The two values a derived quarter is the difference of. */
  readonly derivedFrom: { readonly year: string; readonly nineMonths: string } | null
}

/** A year whose last quarter could not be told. */
export interface QuarterGap {
  readonly annual: Fact
  readonly reason: string
}

/** Lengths in days of what a fact can be: quarters of 12 to 14 weeks, nine months, a year of 52 or 53 weeks. */
const isQuarter = (fact: Fact) => periodDays(fact) >= 80 && periodDays(fact) <= 100
const isNineMonths = (fact: Fact) => periodDays(fact) >= 260 && periodDays(fact) <= 285
const isYear = (fact: Fact) =>
  periodDays(fact) >= 350 && periodDays(fact) <= 380 && (fact.form === '10-K' || fact.form === '10-K/A')

function byPeriod(facts: readonly Fact[]): Fact[][] {
  const periods = new Map<string, Fact[]>()
  for (const fact of facts) {
    const key = `${fact.start}/${fact.end}`
    periods.set(key, [...(periods.get(key) ?? []), fact])
  }
  return [...periods.values()]
}

/** The fourth quarter of a year for each value the year was stated as: less the nine months as they stood when that was filed. */
function derivedQuarters(annual: readonly Fact[], nineMonths: readonly Fact[]): QuarterStatement[] | string {
  const derived: QuarterStatement[] = []
  for (const report of statements(annual)) {
    const before = nineMonths.findLast((fact) => fact.start === report.start && fact.filed <= report.filed)
    if (before === undefined)
      return `no figure for the nine months from ${report.start}, so the last quarter is unknown`
    const value = new Decimal(report.val).minus(before.val)
    if (value.isNegative()) return `the year (${report.val}) is less than its first nine months (${before.val})`
    derived.push({
      start: addDays(before.end, 1),
      end: report.end,
      value: value.toFixed(),
      report,
      first: derived.length === 0,
      derivedFrom: { year: plainDecimal(report.val), nineMonths: plainDecimal(before.val) },
    })
  }
  return derived
}

/** Quarters as they were stated, and for years whose last quarter never was, that quarter as year less nine months. */
export function quarterStatements(facts: readonly Fact[]): { quarters: QuarterStatement[]; gaps: QuarterGap[] } {
  const quarters: QuarterStatement[] = byPeriod(facts.filter(isQuarter)).flatMap((period) =>
    statements(period).map((report, i) => ({
      start: report.start,
      end: report.end,
      value: plainDecimal(report.val),
      report,
      first: i === 0,
      derivedFrom: null,
    })),
  )
  const stated = new Set(quarters.map(({ end }) => end))
  const nineMonths = byPeriod(facts.filter(isNineMonths))
    .flatMap(statements)
    .sort((a, b) => a.filed.localeCompare(b.filed))
  const gaps: QuarterGap[] = []
  for (const annual of byPeriod(facts.filter(isYear))) {
    const [latest] = annual
    if (latest === undefined || stated.has(latest.end)) continue
    const derived = derivedQuarters(annual, nineMonths)
    if (typeof derived === 'string') gaps.push({ annual: latest, reason: derived })
    else quarters.push(...derived)
  }
  return { quarters, gaps }
}
