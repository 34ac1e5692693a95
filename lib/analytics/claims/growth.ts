import type { Decimal } from 'decimal.js'
import { Exact } from './exact'
import { type Interval, quotientOf } from './interval'

/**
 * How words of growth are read. From 2 to 12: `percent-more` is 500 ("+500%", times six), `percent-of` 600 ("600% of"), `times` 6 ("six times", one
 * reading of "six-fold"), `times-more` 5 ("five times more", the other).
 */
export const growthReadings = ['percent-more', 'percent-of', 'times', 'times-more'] as const
export type GrowthReading = (typeof growthReadings)[number]

/** What a quotient of a later value by an earlier one is in a reading; increasing in the quotient. */
export function inReading(quotient: Decimal, reading: GrowthReading): Decimal {
  const counted = reading.endsWith('-more') ? new Exact(quotient).minus(1) : new Exact(quotient)
  return reading.startsWith('percent') ? counted.times(100) : counted
}

/** Growth from `before` to `after` in a reading. Throws a RangeError unless `before` is above zero. */
export function growthOf(before: Decimal, after: Decimal, reading: GrowthReading): Decimal {
  if (!before.gt(0)) throw new RangeError(`growth from ${before}, expected a base above zero`)
  return inReading(new Exact(after).div(before), reading)
}

/** Every growth from a value of `before` to one of `after`. Throws a RangeError unless all of `before` is above zero. */
export function growthInterval(before: Interval, after: Interval, reading: GrowthReading): Interval {
  const { low, high } = quotientOf(after, before)
  return { low: inReading(low, reading), high: inReading(high, reading) }
}

/** From this quotient on (growth of more than 1,000%) the base is so small that the growth says more of it than of what came after. */
const tinyBaseFrom = 11

/** Whether the base of a growth is tiny beside what came after. */
export function isTinyBase(before: Decimal, after: Decimal): boolean {
  return new Exact(after).gt(before.times(tinyBaseFrom))
}
