import { normalQuantile } from './distributions'

/**
 * Interval of a share of `successes` in `trials` (one at least), between 0 and 1, that behaves for few trials.
 * Source: Wilson, Probable inference, the law of succession, and statistical inference (1927).
 */
export function wilsonInterval(successes: number, trials: number, confidence = 0.95): { lo: number; hi: number } {
  const z = normalQuantile((1 + confidence) / 2)
  const share = successes / trials
  const spread = 1 + (z * z) / trials
  const centre = share + (z * z) / (2 * trials)
  const reach = z * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials))
  return { lo: Math.max(0, (centre - reach) / spread), hi: Math.min(1, (centre + reach) / spread) }
}
