import { finite } from '@/lib/analytics/edge'
import type { Column } from '@/lib/analytics/moments'

/** A column of a case as it is written: null where a value is missing. */
export type Sparse = readonly (number | null)[]

/** The rows of a column that are there: their values, and their places in it. */
export interface PresentRows {
  readonly at: readonly number[]
  readonly values: Float64Array
}

/** The rows in which every one of `columns` has a value, and the values of the first there. */
export function presentRows(column: Sparse, ...others: readonly Sparse[]): PresentRows {
  const at = [...column.keys()].filter((i) => [column, ...others].every((each) => typeof each[i] === 'number'))
  return { at, values: Float64Array.from(at, (i) => column[i] ?? Number.NaN) }
}

/** A column of `length` with `values` at the places `at`, null everywhere else and where a value is no number. */
export function spread(length: number, at: readonly number[], values: Column): (number | null)[] {
  const out = new Array<number | null>(length).fill(null)
  for (const [k, i] of at.entries()) out[i] = finite(values[k] ?? Number.NaN)
  return out
}
