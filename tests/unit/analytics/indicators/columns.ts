import fc from 'fast-check'
import { mean, sampleDeviation, squaredDeviations } from '@/lib/analytics/moments'

/** A column of a million numbers around `level`, the same ones every time: a linear congruential generator (Numerical Recipes' constants). */
export function longColumn(level: number, seed = 1, length = 1_000_000): Float64Array {
  let state = seed
  return Float64Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return level + state / 2 ** 32 - 0.5
  })
}

/** Covariance with n - 1 in the denominator, in two passes. */
export function covariance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [meanA, meanB] = [mean(a), mean(b)]
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += ((a[i] as number) - meanA) * ((b[i] as number) - meanB)
  return sum / (a.length - 1)
}

/** The references, each from the numbers of one window alone. */
export const twoPass = {
  mean,
  deviation: sampleDeviation,
  beta: (returns: ArrayLike<number>, market: ArrayLike<number>) =>
    (covariance(returns, market) * (market.length - 1)) / squaredDeviations(market, mean(market)),
}

/** |got - expected| / |expected|. */
export const relativeError = (got: number | undefined, expected: number) =>
  Math.abs((got ?? Number.NaN) - expected) / Math.abs(expected)

/** Returns of a percent or so, on a grid so that equal ones occur. */
export const someReturns = (minLength = 0) =>
  fc.array(
    fc.integer({ min: -40, max: 40 }).map((n) => n / 1000),
    { minLength, maxLength: 60 },
  )
/** Prices above zero. */
export const somePrices = (minLength = 1) =>
  fc.array(fc.double({ min: 0.5, max: 2000, noNaN: true }), { minLength, maxLength: 60 })
export const someWindow = fc.integer({ min: 2, max: 12 })
