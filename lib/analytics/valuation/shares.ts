import { exDays } from '@/lib/market/corporateAction'
import { decimalDigits, multiply, one, scaled } from '@/lib/market/decimalText'
import { refuse } from '../refusal'
import type { Gap } from './gap'

/** Shares outstanding on a day as one document states them. */
export interface ShareCount {
  readonly asOf: string
  readonly knownAt: Date
  readonly shares: bigint
}

/** Shares after for shares before, from the ex-date on. */
export interface Split {
  readonly exDate: string
  readonly numerator: number
  readonly denominator: number
}

/** Shares that a price of a session counts for, and the count they come from. */
export interface SharesThen<Count extends ShareCount = ShareCount> {
  readonly shares: bigint
  readonly count: Count
  /** Ex-dates of the splits between the day of the count and the session, ascending; empty when the count stands as it is. */
  readonly splits: readonly string[]
}

/**
 * Shares outstanding at a session as known at its close (`at`): the count of the latest day known by then, times the splits with an ex-date after
 * that day and up to the session. So a count filed before an ex-date is never multiplied with a price of after it as it stands. Rounded to
 * whole shares. Refuses with `shares-unknown`; throws a RangeError for a split that is none.
 */
export function sharesAt<Count extends ShareCount>(
  counts: readonly Count[],
  splits: readonly Split[],
  session: string,
  at: Date,
): SharesThen<Count> | Gap {
  const known = counts.filter(({ asOf, knownAt }) => knownAt <= at && asOf <= session)
  const [first, ...others] = known
  if (first === undefined) return refuse('shares-unknown', 'shares unknown')
  const count = others.reduce((best, other) => (isNewer(other, best) ? other : best), first)
  const between = exDays(
    splits
      .filter(({ exDate }) => exDate > count.asOf && exDate <= session)
      .map((split) => ({ kind: 'split' as const, ...split })),
  )
  const ratio = between.reduce((product, day) => multiply(product, day.ratio), one)
  return {
    shares: decimalDigits(scaled(String(count.shares), ratio, 0)).digits,
    count,
    splits: between.map(({ exDate }) => exDate),
  }
}

const isNewer = (a: ShareCount, b: ShareCount) => (a.asOf === b.asOf ? a.knownAt > b.knownAt : a.asOf > b.asOf)
