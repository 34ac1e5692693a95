import { Exact } from './exact'
import type { Interval } from './interval'

/** A share as it was said, `1` of `6`. */
export interface StatedShare {
  readonly numerator: number
  readonly denominator: number
}

/** `part` as a share of the largest and of the smallest of `wholes`. Throws a RangeError for no wholes or one not above zero. */
export function sharesOf(part: number, wholes: readonly number[]): Interval {
  if (wholes.length === 0 || wholes.some((whole) => !(whole > 0))) {
    throw new RangeError(`a share of ${wholes.join(', ') || 'nothing'}, expected wholes above zero`)
  }
  return { low: new Exact(part).div(Math.max(...wholes)), high: new Exact(part).div(Math.min(...wholes)) }
}

/** The shares that are called n/d: nearer to it by the denominator than to n/(d - 1) or n/(d + 1), so from n/(d + 1/2) to n/(d - 1/2). */
export function statedShares({ numerator, denominator }: StatedShare): Interval {
  const n = new Exact(numerator)
  return { low: n.div(denominator + 0.5), high: n.div(denominator - 0.5) }
}

/** What the stated numbers say of the stated share: equal, equal once rounded, or contradicted by it. */
export function shareVerdict(
  shares: Interval,
  stated: StatedShare,
): 'holds' | 'holds-within-rounding' | 'contradicts-itself' {
  const said = new Exact(stated.numerator).div(stated.denominator)
  if (shares.low.eq(said) && shares.high.eq(said)) return 'holds'
  const { low, high } = statedShares(stated)
  return shares.low.lte(high) && shares.high.gte(low) ? 'holds-within-rounding' : 'contradicts-itself'
}
