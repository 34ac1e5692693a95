import type { Column } from './moments'

/** Consistency of the median absolute deviation with the standard deviation of normal values: 1 / Φ⁻¹(3/4). */
const madToSigma = 1.482602218505602

/** The median of at least one number (the mean of the middle two of an even count); NaN of none. */
export function median(values: Column): number {
  const ascending = Float64Array.from(values).sort()
  const middle = ascending.length >> 1
  const upper = ascending[middle] ?? Number.NaN
  return ascending.length % 2 === 1 ? upper : ((ascending[middle - 1] ?? Number.NaN) + upper) / 2
}

/**
 * Median and robust standard deviation, 1.4826 x the median absolute deviation: what a few wild values do not move. NaN of none; a deviation of 0 when more
 * than half of the values are equal. Source: Hampel, The Influence Curve and Its Role in Robust Estimation (1974).
 */
export function robustScale(values: Column): { readonly centre: number; readonly deviation: number } {
  const centre = median(values)
  return { centre, deviation: madToSigma * median(Float64Array.from(values, (value) => Math.abs(value - centre))) }
}
