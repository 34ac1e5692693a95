/** Where an observed statistic stands among those of days without an event. */
export interface Placebo {
  /** Placebo days, and how many of them move at least as far. */
  readonly days: number
  readonly asFar: number
  /** Independent windows among them: overlapping ones count by their length. */
  readonly effective: number
  /** (1 + as far) / (1 + days), not under `floor`. */
  readonly p: number
  /** 1 / (1 + effective): the smallest p that so many windows can give. */
  readonly floor: number
}

/**
 * Two-sided placebo p of a studentised CAR over `sessions` sessions: the same window and model on days without an event, statistics in `placebos`.
 * Studentised, so that calm and wild times compare. Source: Davison and Hinkley, Bootstrap Methods and their Application (1997), section 4.2, for the
 * ones added; the floor is ours, since windows that share sessions are not independent.
 */
export function placeboTest(observed: number, placebos: readonly number[], sessions: number): Placebo {
  const asFar = placebos.filter((t) => Math.abs(t) >= Math.abs(observed)).length
  const days = placebos.length
  const effective = Math.floor(days / sessions)
  const floor = 1 / (1 + effective)
  return { days, asFar, effective, p: Math.max((1 + asFar) / (1 + days), floor), floor }
}
