import { Decimal } from 'decimal.js'

/**
 * How far ratios of one basis may lie apart. Rounding to a step of 0.01 moves a price of 2 or more by at most 0.25 %,
 * so two roundings stay within it,
 * while two unrelated corrections of a close hardly ever agree so closely.
 */
const sameRatio = new Decimal('0.005')

/**
 * How far off 1 a ratio has to be. Bonus issues start near 5 %; below 1 % a difference is a correction of the bar, to
 * be kept as a revision.
 */
const offOne = new Decimal('0.01')

/** One differing bar is as well a corrected bar; from two on a common ratio is a basis. */
const fewestPairs = 2

function ratio(pair: { stored: string; fed: string }): Decimal {
  const [stored, fed] = [new Decimal(pair.stored), new Decimal(pair.fed)]
  if (!stored.gt(0) || !fed.gt(0)) throw new RangeError(`closes ${pair.stored} and ${pair.fed} are not above zero`)
  return stored.div(fed)
}

const differs = (value: Decimal) => value.minus(1).abs().gt(offOne)

/**
 * Whether a feed stands on another basis than the store, as after a split nobody told us. `pairs` are closes of the
 * same settled sessions, ascending:
 * as stored (as traded), and the feed's turned back to as-traded with the known actions.
 * Returns stored / fed (median, 6 significant digits) when they differ by one common ratio: at least 2 pairs from the
 * first on, each more than 1 % off 1 and all
 * within 0.5 % of their median, while the pairs after them (none, or those from an ex-date inside the overlap on)
 * agree within 1 %. Else null.
 * Throws a RangeError for closes not above zero.
 */
export function basisMismatch(pairs: readonly { stored: string; fed: string }[]): { ratio: string } | null {
  const ratios = pairs.map(ratio)
  const firstAgreeing = ratios.findIndex((value) => !differs(value))
  const leading = firstAgreeing < 0 ? ratios : ratios.slice(0, firstAgreeing)
  if (leading.length < fewestPairs || ratios.slice(leading.length).some(differs)) return null
  const sorted = [...leading].sort((a, b) => a.cmp(b))
  const median = sorted[sorted.length >> 1]
  if (median === undefined) return null
  const common = leading.every((value) => value.minus(median).abs().lte(median.times(sameRatio)))
  return common ? { ratio: median.toSignificantDigits(6).toFixed() } : null
}
