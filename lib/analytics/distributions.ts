import { bdtr, compiled, incbet, ndtr, ndtri, stdtri } from 'cephes'

// Cephes comes as WebAssembly: whoever imports this module waits until it is ready, so that the functions themselves need not.
await compiled

/**
 * P(|T| ≥ |t|) of Student's t with `df` degrees of freedom: I_x(df/2, 1/2) with x = df / (df + t²) (Abramowitz and Stegun 26.7.1), which keeps its digits
 * far out in the tails; near 0, where x is 1 but for rounding, its complement 1 - I_(1-x)(1/2, df/2).
 */
export function studentTwoSided(t: number, df: number): number {
  const squared = t * t
  return squared < 1 ? 1 - incbet(0.5, df / 2, squared / (df + squared)) : incbet(df / 2, 0.5, df / (df + squared))
}

/** The t with P(T ≤ t) = p for Student's t with `df` degrees of freedom (a whole number); 0 < p < 1. */
export function studentQuantile(p: number, df: number): number {
  return stdtri(df, p)
}

/** From here on Cephes gives 0 for tails that are small but not 0. */
const farTail = 13

/** The t with P(|T| ≤ t) = `confidence` for Student's t with `df` degrees of freedom (a whole number), read from the tail, where 1 - confidence keeps its digits. */
export function studentReach(confidence: number, df: number): number {
  return -studentQuantile((1 - confidence) / 2, df)
}

/** P(|Z| ≥ |z|) of the standard normal distribution; far out by the continued fraction of Laplace (Abramowitz and Stegun 26.2.14), which has settled by then. */
export function normalTwoSided(z: number): number {
  const distance = Math.abs(z)
  if (!(distance > farTail)) return 2 * ndtr(-distance)
  let denominator = distance
  for (let k = 30; k >= 1; k--) denominator = distance + k / denominator
  return (Math.sqrt(2 / Math.PI) * Math.exp(-0.5 * distance * distance)) / denominator
}

/** The z with P(Z ≤ z) = p for the standard normal distribution; 0 < p < 1. */
export function normalQuantile(p: number): number {
  return ndtri(p)
}

/** Two-sided p of `successes` in `trials` tosses of a fair coin: twice the smaller tail, at most 1. */
export function fairCoinTwoSided(successes: number, trials: number): number {
  const fewer = Math.min(successes, trials - successes)
  return trials === 0 ? 1 : Math.min(1, 2 * bdtr(fewer, trials, 0.5))
}
