import { studentTwoSided } from '../distributions'
import { type Column, correlation as correlationOf } from '../moments'
import { type Refusal, refuse } from '../refusal'
import type { WindowTest } from './window'

/** CAR of one listing less that of another around one event, each from its own day 0. */
export interface Difference {
  readonly difference: number
  readonly se: number
  readonly t: number
  readonly df: number
  readonly p: number
  /** Correlation of the two listings' residuals over the pairs of sessions, and how many pairs. */
  readonly correlation: number
  readonly pairs: number
}

const fewestPairs = 20

/**
 * Difference of two CARs over windows of one length: SE² = SE_a² + SE_b² - 2 r SE_a SE_b, r the correlation of their estimation-window residuals on
 * paired sessions (columns of one length); t with the smaller df. Refuses fewer than 20 pairs: without r the difference has no standard error.
 * Source: the variance of a difference of two correlated estimates.
 */
export function carDifference(
  a: WindowTest,
  b: WindowTest,
  residuals: { readonly a: Column; readonly b: Column },
): Difference | Refusal {
  const pairs = residuals.a.length
  if (pairs < fewestPairs) {
    return refuse(
      'too-few-sessions',
      `the two estimation windows share ${pairs} paired sessions, expected ${fewestPairs} at least`,
    )
  }
  const correlation = correlationOf(residuals.a, residuals.b)
  const difference = a.car - b.car
  const se = Math.sqrt(a.se ** 2 + b.se ** 2 - 2 * correlation * a.se * b.se)
  if (!(se > 0)) return refuse('no-variation', 'the difference of the two does not vary in the estimation window')
  const df = Math.min(a.df, b.df)
  const t = difference / se
  return { difference, se, t, df, p: studentTwoSided(t, df), correlation, pairs }
}
