import { type Column, correlation } from '../moments'

/** Mean correlation of the abnormal returns of all pairs of events over the sessions both have, and how many pairs had enough of them. */
export interface MeanCorrelation {
  readonly value: number
  readonly pairs: number
}

/**
 * Mean off-diagonal correlation of estimation-window residuals taken as aligned by position: columns of one length. NaN for fewer than two columns or
 * a column without variation.
 */
export function meanCorrelation(residuals: readonly Column[]): MeanCorrelation {
  let [sum, pairs] = [0, 0]
  for (const [i, one] of residuals.entries()) {
    for (const other of residuals.slice(i + 1)) {
      sum += correlation(one, other)
      pairs++
    }
  }
  return { value: pairs === 0 ? Number.NaN : sum / pairs, pairs }
}

/**
 * What the t of Boehmer, Musumeci and Poulsen is multiplied by when the residuals of `events` events correlate by `correlated` on average:
 * √((1 - r) / (1 + (N - 1) r)); 1 without correlation, NaN where 1 + (N - 1) r is not above zero. Source: Kolari and Pynnönen (2010), eq. 12.
 */
export function kolariPynnonenFactor(correlated: number, events: number): number {
  const spread = 1 + (events - 1) * correlated
  return spread > 0 ? Math.sqrt(Math.max(0, 1 - correlated) / spread) : Number.NaN
}

/** The same correction for Patell's Z: 1 / √(1 + (N - 1) r). Source: Kolari and Pynnönen (2010), section 1. */
export function kolariPynnonenPatellFactor(correlated: number, events: number): number {
  const spread = 1 + (events - 1) * correlated
  return spread > 0 ? 1 / Math.sqrt(spread) : Number.NaN
}
