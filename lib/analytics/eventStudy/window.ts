import { studentQuantile, studentReach, studentTwoSided } from '../distributions'
import type { Column } from '../moments'
import { type Refusal, refuse } from '../refusal'
import { sumError } from './abnormal'
import type { Fit } from './model'

/** A cumulative abnormal return over some sessions with its test: Student's t with the fit's df, two-sided p, and a confidence band around the CAR. */
export interface WindowTest {
  readonly sessions: number
  readonly car: number
  readonly se: number
  readonly t: number
  readonly df: number
  readonly p: number
  readonly lo: number
  readonly hi: number
}

/**
 * CAR over all the sessions given, with its prediction-error standard error (`sumError`), t, p and band. Refuses missing returns, and a fit whose
 * residuals do not vary. `confidence` between 0 and 1. Throws a RangeError for an empty window.
 */
export function windowTest(fit: Fit, firm: Column, market: Column, confidence = 0.95): WindowTest | Refusal {
  const sessions = firm.length
  if (sessions === 0) throw new RangeError('the window is empty, expected one session at least')
  let car = 0
  let centred = 0
  for (let j = 0; j < sessions; j++) {
    const x = fit.model === 'mean-adjusted' ? 0 : (market[j] as number)
    car += (firm[j] as number) - fit.alpha - fit.beta * x
    centred += x - fit.marketMean
  }
  if (Number.isNaN(car)) return refuse('missing-values', 'a return of the window is missing')
  const se = sumError(fit, sessions, centred)
  if (!(se > 0)) return refuse('no-variation', 'the abnormal returns of the estimation window do not vary')
  const reach = studentReach(confidence, fit.df) * se
  const t = car / se
  return { sessions, car, se, t, df: fit.df, p: studentTwoSided(t, fit.df), lo: car - reach, hi: car + reach }
}

/**
 * The smallest |CAR| that a two-sided test at `level` finds with the probability `power`: (t(1 - level/2) + t(power)) x SE, both quantiles with `df`.
 * Where a study finds nothing it says how much could have hidden. Source: MacKinlay (1997), section 6.
 */
export function minimumDetectable({ se, df }: Pick<WindowTest, 'se' | 'df'>, level = 0.05, power = 0.8): number {
  return (studentQuantile(1 - level / 2, df) + studentQuantile(power, df)) * se
}
