import { Decimal } from 'decimal.js'
import { addDays } from '@/lib/market/date'
import { yearEarlier } from '../growth'
import { refuse } from '../refusal'
import type { Gap } from './gap'
import type { RevenueFigure } from './quarters'

const precise = Decimal.clone({ precision: 40 })

/** Quarters in a trailing sum. */
const quartersInYear = 4

/** Revenue of the last four quarters known: the sum, and the quarters that make it. */
export interface TrailingRevenue<Figure extends RevenueFigure = RevenueFigure> {
  /** Decimal string in `currency`. */
  readonly value: string
  readonly currency: string
  /** Four, ascending. */
  readonly quarters: readonly Figure[]
  /** `rounded` as soon as one of the quarters is not exact. */
  readonly precision: 'exact' | 'rounded'
  /** Whether one of the quarters is a difference of reported figures. */
  readonly derived: boolean
}

/** A growth as a fraction (0.5 is half as much again), decimal string of up to 6 places, and the quarter it is counted from. */
export interface Growth {
  readonly value: string
  readonly base: string
}

const follows = (later: RevenueFigure, earlier: RevenueFigure) =>
  later.start === addDays(earlier.end, 1) && later.currency === earlier.currency

/** The newest quarters in a row and in one currency, ascending, as many as there are up to four. `known` ascending by end. */
function newestInARow<Figure extends RevenueFigure>(known: readonly Figure[]): Figure[] {
  const row: Figure[] = []
  for (const figure of [...known].reverse().slice(0, quartersInYear)) {
    const [later] = row
    if (later !== undefined && !follows(later, figure)) break
    row.unshift(figure)
  }
  return row
}

/**
 * Revenue of the trailing twelve months: the sum of the last four single quarters among `known` (of `quartersKnownAt`), which have to follow one
 * another without a gap in one currency. Refuses with `too-few-quarters` otherwise. It equals the last year plus the year to date less that of a year before.
 */
export function trailingRevenue<Figure extends RevenueFigure>(known: readonly Figure[]): TrailingRevenue<Figure> | Gap {
  const quarters = newestInARow(known)
  const newest = quarters.at(-1)
  if (newest === undefined) return refuse('too-few-quarters', 'no quarter’s revenue was known')
  if (quarters.length < quartersInYear) {
    const one = quarters.length === 1
    const count = `${quarters.length} consecutive ${one ? 'quarter was' : 'quarters were'} known`
    return refuse('too-few-quarters', `${count} up to ${newest.label}, ${quartersInYear} are needed`)
  }
  return {
    value: quarters.reduce((sum, { value }) => sum.plus(value), new precise(0)).toFixed(),
    currency: newest.currency,
    quarters,
    precision: quarters.every(({ precision }) => precision.startsWith('exact')) ? 'exact' : 'rounded',
    derived: quarters.some(({ derived }) => derived),
  }
}

function growth(newest: RevenueFigure, base: RevenueFigure | undefined, wanted: string): Growth | Gap {
  if (base === undefined || base.currency !== newest.currency) {
    return refuse('no-earlier-quarter', `${wanted} ${newest.label} was not known`)
  }
  if (!new precise(base.value).gt(0)) return refuse('not-above-zero', `revenue of ${base.label} was ${base.value}`)
  return { value: new precise(newest.value).div(base.value).minus(1).toDecimalPlaces(6).toFixed(), base: base.label }
}

/**
 * Growth of the newest quarter among `known` on the same quarter a year before and on the quarter before, both as they were known then. Refuses with
 * `too-few-quarters`, `no-earlier-quarter` or `not-above-zero`.
 */
export function revenueGrowth(known: readonly RevenueFigure[]): {
  yearOnYear: Growth | Gap
  quarterOnQuarter: Growth | Gap
} {
  const newest = known.at(-1)
  if (newest === undefined) {
    const nothing = refuse('too-few-quarters', 'no quarter’s revenue was known')
    return { yearOnYear: nothing, quarterOnQuarter: nothing }
  }
  const year = known.find(({ label }) => label === yearEarlier(newest.label))
  const before = known.at(-2)
  return {
    yearOnYear: growth(newest, year, 'the quarter a year before'),
    quarterOnQuarter: growth(newest, before && follows(newest, before) ? before : undefined, 'the quarter before'),
  }
}
