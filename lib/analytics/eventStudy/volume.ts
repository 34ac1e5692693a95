import { studentTwoSided } from '../distributions'
import { type Column, mean, sampleDeviation } from '../moments'
import { type Refusal, refuse } from '../refusal'

/** Trading volume of some sessions against the estimation window's: mean excess of ln(1 + V), its t and two-sided p, and how many times the usual volume it is. */
export interface AbnormalVolume {
  readonly n: number
  readonly df: number
  readonly excess: number
  readonly t: number
  readonly p: number
  /** e^excess. */
  readonly times: number
}

/**
 * Abnormal volume: the mean of ln(1 + V) over the sessions less its mean in the estimation window, over s √(1/m + 1/n), t(n - 1). Shares on one basis
 * (split-adjusted). Refuses fewer than three sessions with volume to compare with, missing volume, and volume that never varies.
 * Source: Campbell and Wasley, Measuring abnormal daily trading volume (1996), mean-adjusted model; the prediction error as for returns.
 */
export function abnormalVolume(estimation: Column, sessions: Column): AbnormalVolume | Refusal {
  const usual = Float64Array.from(estimation, Math.log1p).filter((value) => !Number.isNaN(value))
  const there = Float64Array.from(sessions, Math.log1p)
  const n = usual.length
  if (n < 3)
    return refuse('too-few-sessions', `the estimation window has ${n} sessions with a volume, expected 3 at least`)
  if (there.length === 0 || there.some(Number.isNaN))
    return refuse('missing-values', 'the volume of the window is not known')
  const deviation = sampleDeviation(usual)
  if (!(deviation > 0)) return refuse('no-variation', 'the volume of the estimation window does not vary')
  const excess = mean(there) - mean(usual)
  const t = excess / (deviation * Math.sqrt(1 / there.length + 1 / n))
  return { n, df: n - 1, excess, t, p: studentTwoSided(t, n - 1), times: Math.exp(excess) }
}
