import { normalTwoSided, studentTwoSided } from '../distributions'
import { type Column, mean, sampleDeviation } from '../moments'

/** A test statistic with its two-sided p; both NaN where the events do not allow one (a single event, no spread, too few degrees of freedom). */
export interface Statistic {
  readonly statistic: number
  readonly p: number
}

/** A statistic that is standard normal when nothing happened. */
export function normalStatistic(statistic: number): Statistic {
  return Number.isFinite(statistic)
    ? { statistic, p: normalTwoSided(statistic) }
    : { statistic: Number.NaN, p: Number.NaN }
}

/** A statistic that is Student's t when nothing happened. */
export function studentStatistic(statistic: number, df: number): Statistic {
  return Number.isFinite(statistic) && df >= 1
    ? { statistic, p: studentTwoSided(statistic, df) }
    : { statistic: Number.NaN, p: Number.NaN }
}

/** A spread this much smaller than the mean is that of equal values added up in floating point. */
const rounding = 1e-12

/**
 * Cross-sectional t of one value an event (AR of a day, or CAR of a window): √N x mean / sd with N - 1, t(N - 1). Robust to a variance that the event
 * itself raises, not to events that share dates. Given standardised values (AR/SE, CAR/SE) it is the test of Boehmer, Musumeci and Poulsen (1991).
 */
export function crossSectionalT(values: Column): Statistic {
  const n = values.length
  const centre = mean(values)
  const spread = sampleDeviation(values)
  return studentStatistic(spread <= rounding * Math.abs(centre) ? Number.NaN : (Math.sqrt(n) * centre) / spread, n - 1)
}

/** MacKinlay's θ1 (1997, section 6; J1 of Campbell, Lo and MacKinlay): mean value over the root of N⁻² Σ SE². For independent events; standard normal. */
export function theta1(values: Column, errors: Column): Statistic {
  let variance = 0
  for (let i = 0; i < errors.length; i++) variance += (errors[i] as number) ** 2
  return normalStatistic(mean(values) / (Math.sqrt(variance) / errors.length))
}

/** Patell (1976): Σ value/SE over √Σ df/(df - 2), standard normal. NaN unless every df is above 2. Each event alone is Student's t: the root is its deviation. */
export function patellZ(standardised: Column, df: Column): Statistic {
  let [sum, variance] = [0, 0]
  for (let i = 0; i < standardised.length; i++) {
    const freedom = df[i] as number
    sum += standardised[i] as number
    variance += freedom > 2 ? freedom / (freedom - 2) : Number.NaN
  }
  return normalStatistic(sum / Math.sqrt(variance))
}
