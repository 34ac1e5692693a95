import { bdtr, compiled, incbet, ndtr, ndtri, stdtri } from 'cephes'

// Cephes comes as WebAssembly: whoever imports this module waits until it is ready, so that the functions themselves need not.
await compiled

/** P(|T| ≥ |t|) of Student's t with `df` degrees of freedom: I_x(df/2, 1/2) with x = df / (df + t²) (Abramowitz and Stegun 26.7.1), exact far out in the tails. */
export function studentTwoSided(t: number, df: number): number {
  return incbet(df / 2, 0.5, df / (df + t * t))
}

/** The t with P(T ≤ t) = p for Student's t with `df` degrees of freedom (a whole number); 0 < p < 1. */
export function studentQuantile(p: number, df: number): number {
  return stdtri(df, p)
}

/** P(|Z| ≥ |z|) of the standard normal distribution. */
export function normalTwoSided(z: number): number {
  return 2 * ndtr(-Math.abs(z))
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
