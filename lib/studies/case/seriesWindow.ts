import { exponentialMovingAverage, simpleMovingAverage } from '@/lib/analytics/indicators/average'
import { relativeStrengthIndex } from '@/lib/analytics/indicators/relativeStrengthIndex'
import { realisedVolatility } from '@/lib/analytics/indicators/volatility'
import { type PresentRows, type Sparse, spread } from './presentRows'

/** Figures of a moving window, null before it has enough rows. A window counts rows that are there, so a missing one never makes it shorter. */
export interface WindowFigures {
  /** Of prices; left out where the case gives returns. */
  readonly sma?: Sparse
  readonly ema?: Sparse
  readonly rsi?: Sparse
  /** Of the last `window` simple returns, annualised. */
  readonly rollingVol: Sparse
}

/** The figures of a window over prices (null when there are none) and over the simple returns of the same series. */
export function windowFigures(
  length: number,
  prices: PresentRows | null,
  { returnAt, returns }: { readonly returnAt: readonly number[]; readonly returns: Float64Array },
  window: number,
  periodsPerYear: number,
): WindowFigures {
  const ofPrices = (indicator: typeof simpleMovingAverage) =>
    prices && spread(length, prices.at, indicator(prices.values, window))
  const [sma, ema, rsi] = [simpleMovingAverage, exponentialMovingAverage, relativeStrengthIndex].map(ofPrices)
  return {
    ...(sma && ema && rsi ? { sma, ema, rsi } : {}),
    rollingVol: spread(length, returnAt, realisedVolatility(returns, window, periodsPerYear)),
  }
}
