import type { Column } from '../moments'
import { assertFinite, assertWindow, columnFrom, slidingSteps, typedColumn } from './arguments'

/** Trading days a year by which a daily volatility is annualised: New York's usual figure (Shanghai has about 243). */
export const tradingDaysAYear = 252

/**
 * Realised volatility: the standard deviation (window - 1 in the denominator) of the last `window` returns, times √periodsPerYear; a fraction a year.
 * NaN before there are so many returns, exactly 0 where they are all equal. The sums slide, are of deviations from a return near by, and are made afresh
 * every `slidingSteps`. Throws a RangeError that names a window under 2, periods a year not above zero, or a return that is not finite.
 */
export function realisedVolatility(returns: Column, window: number, periodsPerYear = tradingDaysAYear): Float64Array {
  assertWindow(window, 2)
  if (!(periodsPerYear > 0)) {
    throw new RangeError(`periodsPerYear: expected a number above zero, got ${periodsPerYear}`)
  }
  const column = typedColumn(returns)
  const out = columnFrom(window - 1, column.length)
  const steps = slidingSteps(window)
  const scale = periodsPerYear / (window - 1)
  for (let start = window - 1; start < column.length; start += steps) {
    const end = Math.min(start + steps, column.length)
    const centre = column[start] as number
    let sum = 0
    let squares = 0
    let equal = 0
    for (let i = start - window + 1; i <= start; i++) {
      const x = (column[i] as number) - centre
      sum += x
      squares += x * x
      equal = i > 0 && column[i] === column[i - 1] ? equal + 1 : 1
    }
    const first = squares - (sum * sum) / window
    out[start] = equal >= window || first < 0 ? 0 : Math.sqrt(first * scale)
    for (let i = start + 1; i < end; i++) {
      const x = (column[i] as number) - centre
      const old = (column[i - window] as number) - centre
      sum += x - old
      squares += (x - old) * (x + old)
      equal = column[i] === column[i - 1] ? equal + 1 : 1
      // Written out: a function that gives 0 in one branch and a root in the other costs three times as much.
      const rest = squares - (sum * sum) / window
      out[i] = equal >= window || rest < 0 ? 0 : Math.sqrt(rest * scale)
    }
    if (!Number.isFinite(sum)) assertFinite('returns', column)
  }
  return out
}
