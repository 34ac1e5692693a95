import type { TradingDate } from '@/lib/market/date'
import type { Column } from '../moments'
import { assertSameLength } from './arguments'

/** The deepest fall of a series: its depth as a fraction (-0.25 is a quarter lost) and where it began and ended. */
export interface Drawdown<Place> {
  readonly depth: number
  /** The highest value before the trough, the first of equal ones. */
  readonly peak: Place
  /** The lowest value against its peak, the first of equal ones. */
  readonly trough: Place
}

/** v_t / max(v_s, s ≤ t) - 1 of a series above zero: 0 at a new high, else negative. NaN where the value is NaN, which is then no high. */
export function drawdowns(values: Column): Float64Array {
  const out = new Float64Array(values.length)
  let high = Number.NEGATIVE_INFINITY
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (value > high) high = value
    out[i] = value / high - 1
  }
  return out
}

/** The deepest drawdown with the indices of its peak and trough; null for a series that never fell. The measure is that of `drawdowns`. */
export function deepestDrawdown(values: Column): Drawdown<number> | null {
  let [high, highAt, depth, peak, trough] = [Number.NEGATIVE_INFINITY, 0, 0, 0, 0]
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (value > high) [high, highAt] = [value, i]
    const fall = value / high - 1
    if (fall < depth) [depth, peak, trough] = [fall, highAt, i]
  }
  return depth < 0 ? { depth, peak, trough } : null
}

/** The deepest drawdown with the dates of its peak and trough; `sessions` alongside `values`. Throws a RangeError for unequal columns. */
export function datedDrawdown(sessions: readonly TradingDate[], values: Column): Drawdown<TradingDate> | null {
  assertSameLength(['sessions', 'values'], sessions, values)
  const found = deepestDrawdown(values)
  return found && { depth: found.depth, peak: sessions[found.peak] ?? '', trough: sessions[found.trough] ?? '' }
}
