import type { Column } from '../moments'
import { assertSameLength } from './arguments'

/**
 * Relative strength of one series against another: (v_t / v_base) / (b_t / b_base), 1 at `baseIndex`, above 1 where `values` has grown more since.
 * Prices of aligned sessions, on one basis (split-adjusted). NaN where either side is NaN. Throws a RangeError for unequal columns, or when either side
 * has no value above zero at `baseIndex`. Source: Levy, Relative Strength as a Criterion for Investment Selection (1967).
 */
export function relativeStrength(values: Column, benchmark: Column, baseIndex: number): Float64Array {
  assertSameLength(['values', 'benchmark'], values, benchmark)
  const [base, benchmarkBase] = [values[baseIndex], benchmark[baseIndex]]
  for (const [name, value] of [['values', base] as const, ['benchmark', benchmarkBase] as const]) {
    if (value === undefined || !(value > 0)) {
      throw new RangeError(`${name}[${baseIndex}]: expected a number above zero as the base, got ${value}`)
    }
  }
  const scale = (benchmarkBase ?? Number.NaN) / (base ?? Number.NaN)
  return Float64Array.from(values, (value, i) => (value / (benchmark[i] as number)) * scale)
}
