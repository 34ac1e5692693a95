import type { Column } from '../moments'
import { assertFinite, assertWindow, columnFrom, slidingSteps, typedColumn } from './arguments'

/**
 * Simple moving average: the mean of the last `window` values, NaN before there are so many. The sum slides and is made afresh every `slidingSteps`.
 * Throws a RangeError that names a bad window or a value that is not finite: drop missing ones first.
 */
export function simpleMovingAverage(values: Column, window: number): Float64Array {
  assertWindow(window)
  const column = typedColumn(values)
  const out = columnFrom(window - 1, column.length)
  const steps = slidingSteps(window)
  for (let start = window - 1; start < column.length; start += steps) {
    const end = Math.min(start + steps, column.length)
    let sum = 0
    for (let i = start - window + 1; i <= start; i++) sum += column[i] as number
    out[start] = sum / window
    for (let i = start + 1; i < end; i++) {
      sum += (column[i] as number) - (column[i - window] as number)
      out[i] = sum / window
    }
    if (!Number.isFinite(sum)) assertFinite('values', column)
  }
  return out
}

/**
 * Exponential moving average: k = 2 / (window + 1), e_t = k v_t + (1 - k) e_(t-1), begun with the mean of the first `window` values (as R's TTR;
 * others begin with the first value and differ early). NaN before that. Errors as `simpleMovingAverage`.
 */
export function exponentialMovingAverage(values: Column, window: number): Float64Array {
  assertWindow(window)
  const column = typedColumn(values)
  const out = columnFrom(window - 1, column.length)
  if (column.length < window) return out
  let sum = 0
  for (let i = 0; i < window; i++) sum += column[i] as number
  let average = sum / window
  out[window - 1] = average
  const k = 2 / (window + 1)
  for (let i = window; i < column.length; i++) {
    average = k * (column[i] as number) + (1 - k) * average
    out[i] = average
  }
  if (!Number.isFinite(average)) assertFinite('values', column)
  return out
}
