import { Decimal } from 'decimal.js'
import { type Action, type ExDay, exDays } from './corporateAction'
import type { TradingDate } from './date'
import { decimalDigits, type Fraction, inverse, multiply, one } from './decimalText'

/** `raw` as traded; `split` comparable across splits; `total` across dividends as well. */
export const bases = ['raw', 'split', 'total'] as const
export type Basis = (typeof bases)[number]

/** What the sessions before a date (and not before the preceding segment's) are multiplied by. */
export interface AdjustmentSegment {
  /** Ex-date that ends the segment, exclusive; null for the last one, which reaches to the end. */
  readonly before: TradingDate | null
  /** Factor for prices. */
  readonly price: Fraction
  /** Factor for volumes. */
  readonly shares: Fraction
}

function lastCloseBefore(sessions: readonly TradingDate[], closes: readonly string[], date: TradingDate) {
  for (let i = sessions.length - 1; i >= 0; i--) {
    const session = sessions[i]
    if (session !== undefined && session < date) return { session, close: closes[i] ?? '' }
  }
  return null
}

const exact = Decimal.clone({ precision: 60 })

/**
 * (P - cash) / P for the dividends of one day; 1 when no session precedes it, since then there is nothing to adjust.
 */
function dividendFactor(day: ExDay, sessions: readonly TradingDate[], closes: readonly string[]): Fraction {
  const last = day.cash.length === 0 ? null : lastCloseBefore(sessions, closes, day.exDate)
  if (last === null) return one
  const cash = day.cash.reduce((sum, each) => sum.plus(each), new exact(0))
  const rest = new exact(last.close).minus(cash)
  if (rest.lte(0)) {
    throw new RangeError(`dividends of ${cash} on ${day.exDate} reach the close ${last.close} of ${last.session}`)
  }
  const [after, before] = [decimalDigits(rest.toFixed()), decimalDigits(last.close)]
  return multiply(
    { numerator: after.digits, denominator: before.digits },
    { numerator: 10n ** BigInt(before.places), denominator: 10n ** BigInt(after.places) },
  )
}

/**
 * The constant factors between ex-dates, ascending in time; the last segment's is 1. They can be applied to any part
 * of the series.
 * `split`: the product of denominator/numerator of the splits with a later ex-date. `total` (multiplicative): on each
 * ex-date also (P - cash)/P, P the last
 * as-traded close before it. So `sessions` (ascending) and their as-traded `closes` have to hold the session right
 * before each ex-date: give the whole series, not a
 * part, and only actions that have happened by the moment the reader looks from. Throws a RangeError for a malformed
 * action and for cash that reaches P.
 */
export function adjustmentFactors(
  sessions: readonly TradingDate[],
  closes: readonly string[],
  actions: readonly Action[],
  basis: Basis,
): AdjustmentSegment[] {
  let price = one
  let shares = one
  const segments: AdjustmentSegment[] = [{ before: null, price, shares }]
  if (basis === 'raw') return segments
  for (const day of exDays(actions).reverse()) {
    const cash = basis === 'total' ? dividendFactor(day, sessions, closes) : one
    const next = multiply(price, multiply(cash, inverse(day.ratio)))
    if (next.numerator === price.numerator && next.denominator === price.denominator && day.ratio === one) continue
    price = next
    shares = multiply(shares, day.ratio)
    segments.push({ before: day.exDate, price, shares })
  }
  return segments.reverse()
}
