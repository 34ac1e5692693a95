import type { Column } from '../moments'
import type { Fit } from './model'

/** Abnormal returns of an event window, a value a session; CAR cumulates from its first session. NaN where a return is missing, and in CAR from there on. */
export interface AbnormalReturns {
  /** Normal returns: what the model expects. */
  readonly expected: Float64Array
  readonly ar: Float64Array
  readonly arSe: Float64Array
  readonly arT: Float64Array
  readonly car: Float64Array
  readonly carSe: Float64Array
  readonly carT: Float64Array
}

/** How much the estimated parameters add to the variance: 1/n for the level, 1/SSx for the slope, 0 where a model estimates none. */
export function parameterShares({ model, n, marketSquares }: Fit): { level: number; slope: number } {
  return { level: model === 'market-adjusted' ? 0 : 1 / n, slope: model === 'market' ? 1 / marketSquares : 0 }
}

/**
 * Standard error of an abnormal return summed over `sessions` sessions: s √(m + m²/n + (Σ c)²/SSx), c the market's returns less their mean in the
 * estimation window. It holds the covariance that one set of estimated parameters puts between the days.
 * Source: MacKinlay (1997), eq. 8; Campbell, Lo and MacKinlay (1997), section 4.4.
 */
export function sumError(fit: Fit, sessions: number, centredMarket: number): number {
  const { level, slope } = parameterShares(fit)
  return fit.sigma * Math.sqrt(sessions + sessions * sessions * level + centredMarket * centredMarket * slope)
}

/** Columns for the abnormal returns of `sessions` sessions, in one allocation: seven small ones take longer than the arithmetic. */
export function abnormalColumns(sessions: number): AbnormalReturns {
  const bytes = sessions * Float64Array.BYTES_PER_ELEMENT
  const room = new ArrayBuffer(7 * bytes)
  const column = (place: number) => new Float64Array(room, place * bytes, sessions)
  return {
    expected: column(0),
    ar: column(1),
    arSe: column(2),
    arT: column(3),
    car: column(4),
    carSe: column(5),
    carT: column(6),
  }
}

/**
 * AR and CAR of an event window with their prediction-error standard errors and t (df of the fit). Columns of one length and of the fit's kind of return.
 * Who makes many studies of one length and keeps none of them gives the columns to write `into`.
 */
export function abnormalReturns(
  fit: Fit,
  firm: Column,
  market: Column,
  into: AbnormalReturns = abnormalColumns(firm.length),
): AbnormalReturns {
  const { alpha, beta, sigma, marketMean } = fit
  const { level, slope } = parameterShares(fit)
  const { expected, ar, arSe, arT, car, carSe, carT } = into
  const n = firm.length
  const alone = fit.model === 'mean-adjusted'
  let sum = 0
  let centred = 0
  for (let j = 0; j < n; j++) {
    const x = alone ? 0 : (market[j] as number)
    const normal = alpha + beta * x
    const abnormal = (firm[j] as number) - normal
    const c = x - marketMean
    const m = j + 1
    sum += abnormal
    centred += c
    const one = sigma * Math.sqrt(1 + level + c * c * slope)
    const all = sigma * Math.sqrt(m + m * m * level + centred * centred * slope)
    expected[j] = normal
    ar[j] = abnormal
    arSe[j] = one
    arT[j] = abnormal / one
    car[j] = sum
    carSe[j] = all
    carT[j] = sum / all
  }
  return into
}
