import type { Column } from '../moments'

/** Throws a RangeError that names a window which is not a whole number of at least `least`. */
export function assertWindow(window: number, least = 1): void {
  if (Number.isInteger(window) && window >= least) return
  throw new RangeError(`window: expected a whole number of at least ${least}, got ${window}`)
}

/** Throws a RangeError that names two columns whose lengths differ. */
export function assertSameLength(
  names: readonly [string, string],
  first: { readonly length: number },
  second: { readonly length: number },
): void {
  if (first.length === second.length) return
  throw new RangeError(`${names[1]}: expected ${first.length} values, as many as ${names[0]}, got ${second.length}`)
}

/** Throws a RangeError that names the first value which is not a finite number. */
export function assertFinite(name: string, values: Column): void {
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) throw new RangeError(`${name}[${i}]: expected a finite number, got ${values[i]}`)
  }
}

/** The same numbers in a typed array, itself when it is one: loops over one kind of array stay fast. */
export function typedColumn(values: Column): Float64Array {
  return values instanceof Float64Array ? values : Float64Array.from(values)
}

/** A column to be written from index `first` on, NaN (not there yet) before it. */
export function columnFrom(first: number, length: number): Float64Array {
  return new Float64Array(length).fill(Number.NaN, 0, first)
}

/**
 * For how many steps sums may slide over a window (add the new value, subtract the old) before they are summed afresh: what rounding leaves in a sliding
 * sum does not go away by itself, and after a million steps it shows. Long enough that the fresh sums cost little beside the sliding.
 */
export function slidingSteps(window: number): number {
  return Math.max(1024, 8 * window)
}
