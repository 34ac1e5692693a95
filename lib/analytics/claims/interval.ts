import type { Decimal } from 'decimal.js'
import { Exact } from './exact'

/** All values a figure can have had before it was rounded, from `low` to `high`, both included. */
export interface Interval {
  readonly low: Decimal
  readonly high: Decimal
}

/** The interval of half-width `half` (zero or more) around a value. */
export function around(value: Decimal, half: Decimal): Interval {
  return { low: new Exact(value).minus(half), high: new Exact(value).plus(half) }
}

function spanOf(corners: readonly Decimal[]): Interval {
  return { low: Exact.min(...corners), high: Exact.max(...corners) }
}

const corners = (a: Interval, b: Interval, of: (x: Decimal, y: Decimal) => Decimal) =>
  [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => of(new Exact(x), y)))

/** Every sum of one value from each interval. The sum of none is 0. Source: Moore, Interval Analysis (1966), chapter 2, as for the next two. */
export function sumOf(intervals: readonly Interval[]): Interval {
  const zero = { low: new Exact(0), high: new Exact(0) }
  return intervals.reduce<Interval>(
    (sum, { low, high }) => ({ low: sum.low.plus(low), high: sum.high.plus(high) }),
    zero,
  )
}

/** Every product of a value of `a` and one of `b`. */
export function productOf(a: Interval, b: Interval): Interval {
  return spanOf(corners(a, b, (x, y) => x.times(y)))
}

/** Every quotient of a value of `a` by one of `b`. Throws a RangeError unless all of `b` is above zero. */
export function quotientOf(a: Interval, b: Interval): Interval {
  if (!b.low.gt(0)) throw new RangeError(`a divisor from ${b.low} to ${b.high}, expected one above zero`)
  return spanOf(corners(a, b, (x, y) => x.div(y)))
}
