import type { Column } from '../moments'
import { assertFinite, assertWindow, columnFrom, typedColumn } from './arguments'

/**
 * Relative strength index, 0 to 100: 100 G / (G + L), with G and L the average gain and loss of a step. They begin as means of the first `window`
 * changes and go on by Wilder's smoothing, G_t = G_(t-1) + (g_t - G_(t-1)) / window. NaN before there are `window` changes (so first at index `window`)
 * and as long as no value has changed at all. Throws a RangeError that names a bad window or a value that is not finite: drop missing ones first.
 * Source: J. Welles Wilder, New Concepts in Technical Trading Systems (1978), section VI.
 */
export function relativeStrengthIndex(values: Column, window: number): Float64Array {
  assertWindow(window)
  const column = typedColumn(values)
  const out = columnFrom(window, column.length)
  if (column.length <= window) return out
  let gain = 0
  let loss = 0
  for (let i = 1; i <= window; i++) {
    const change = (column[i] as number) - (column[i - 1] as number)
    gain += Math.max(change, 0) / window
    loss += Math.max(-change, 0) / window
  }
  out[window] = 100 * (gain / (gain + loss))
  const k = 1 / window
  for (let i = window + 1; i < column.length; i++) {
    const change = (column[i] as number) - (column[i - 1] as number)
    gain += k * (Math.max(change, 0) - gain)
    loss += k * (Math.max(-change, 0) - loss)
    out[i] = 100 * (gain / (gain + loss))
  }
  if (!Number.isFinite(gain + loss)) assertFinite('values', column)
  return out
}
