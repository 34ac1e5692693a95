import { type AdjustmentSegment, adjustmentFactors, type Basis } from './adjustmentFactors'
import { type BarColumns, type BarMap, mapBars } from './barColumns'
import type { Action } from './corporateAction'
import type { TradingDate } from './date'
import { inverse, roundedQuotient, scaled, scaleToTick } from './decimalText'

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
export function asTraded(bars: BarColumns, actions: readonly Action[], tick: TickOf): BarColumns {
  return mapBars(bars, adjustmentFactors(bars.session, bars.close, actions, 'split'), (segment) => back(segment, tick))
}

/** As `asTraded`, for bars one by one: what those of a session become. */
export function turnedBack(actions: readonly Action[], tick: TickOf): (session: TradingDate) => BarMap {
  const parts = adjustmentFactors([], [], actions, 'split').map((segment) => ({ ...segment, map: back(segment, tick) }))
  return (session) => {
    const part = parts.find(({ before }) => before === null || session < before)
    if (part === undefined) throw new RangeError(`no segment holds ${session}`)
    return part.map
  }
}

/** A price step, or what tells it for a price. */
type TickOf = string | ((price: string) => string)

function back({ price: factor, shares }: AdjustmentSegment, tick: TickOf): BarMap {
  const wholeShares = shares.numerator === shares.denominator
  const undone = inverse(factor)
  const rounded = scaleToTick(undone)
  // The step is asked for the price as it was, which most prices still are.
  const asItWas = undone.numerator === undone.denominator ? null : undone
  const stepFor = (price: string) => {
    if (typeof tick === 'string') return tick
    return tick(asItWas === null ? price : scaled(price, asItWas, adjustedPlaces))
  }
  return {
    price: (price) => rounded(price, stepFor(price)),
    volume: (volume) => (wholeShares ? volume : roundedQuotient(volume * shares.denominator, shares.numerator)),
  }
}
