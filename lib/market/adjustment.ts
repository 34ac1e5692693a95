import { type AdjustmentSegment, adjustmentFactors, type Basis } from './adjustmentFactors'
import { type BarColumns, mapBars } from './barColumns'
import type { Action } from './corporateAction'
import { inverse, roundedQuotient, scaled, scaledToTick } from './decimalText'

export { type AdjustmentSegment, adjustmentFactors, type Basis, bases } from './adjustmentFactors'
export type { BarColumns } from './barColumns'
export type { Action } from './corporateAction'

/** Decimal places adjusted prices are rounded to (design, section 3). */
export const adjustedPlaces = 6

/**
 * Bars times the factors of `adjustmentFactors`: prices rounded half up to 6 places without trailing zeros, volumes to
 * whole shares. Any part of the series may be given. Throws a RangeError for columns of unequal length, sessions out
 * of order, or a price that is no decimal of zero or more.
 */
export function applyFactors(bars: BarColumns, segments: readonly AdjustmentSegment[]): BarColumns {
  return mapBars(bars, segments, (segment) => ({
    price: (price) => scaled(price, segment.price, adjustedPlaces),
    volume: (volume) => roundedQuotient(volume * segment.shares.numerator, segment.shares.denominator),
  }))
}

/**
 * As-traded bars on another basis; `raw` returns them as they are. With `total` the bars must hold the session right
 * before each ex-date (see
 * `adjustmentFactors`; for a part of a series compute the factors on the whole and call `applyFactors`). Errors of
 * both apply.
 */
export function adjustBars(bars: BarColumns, actions: readonly Action[], basis: Basis): BarColumns {
  if (basis === 'raw') return bars
  return applyFactors(bars, adjustmentFactors(bars.session, bars.close, actions, basis))
}

/**
 * The inverse of the split basis: a feed's split-adjusted bars as they were traded. Dividends are ignored; give the
 * splits the feed has applied.
 * `tick` is the exchange's price step, or tells it for a price (`(price) => tickOf(mic, kind, price)`). Prices are
 * rounded half up to it, volumes to whole shares.
 * Exact as long as the product of the ratios stays below tick x 10^6, or the feed gives more than 6 places. Errors as
 * `applyFactors`.
 */
export function asTraded(
  bars: BarColumns,
  actions: readonly Action[],
  tick: string | ((price: string) => string),
): BarColumns {
  return mapBars(bars, adjustmentFactors(bars.session, bars.close, actions, 'split'), (segment) => {
    const back = inverse(segment.price)
    return {
      price: (price) =>
        scaledToTick(price, back, typeof tick === 'string' ? tick : tick(scaled(price, back, adjustedPlaces))),
      volume: (volume) => roundedQuotient(volume * segment.shares.denominator, segment.shares.numerator),
    }
  })
}
