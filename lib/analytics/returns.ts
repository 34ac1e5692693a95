/** How a return is counted: `simple` P_t / P_(t-1) - 1, `log` ln(P_t / P_(t-1)). */
export const returnKinds = ['simple', 'log'] as const
export type ReturnKind = (typeof returnKinds)[number]

/**
 * Returns of successive prices on one basis (split-adjusted): one fewer than prices. Throws a RangeError that names the place of a price not above zero.
 * Source: Campbell, Lo and MacKinlay, The Econometrics of Financial Markets (1997), section 1.4.
 */
export function returnsOf(prices: ArrayLike<number>, kind: ReturnKind): Float64Array {
  const out = new Float64Array(Math.max(0, prices.length - 1))
  for (let i = 0; i < prices.length; i++) {
    const price = prices[i] as number
    if (!(price > 0)) throw new RangeError(`the price at index ${i} is ${price}, expected one above zero`)
    if (i === 0) continue
    const ratio = price / (prices[i - 1] as number)
    out[i - 1] = kind === 'log' ? Math.log(ratio) : ratio - 1
  }
  return out
}

/** A return of one kind as a simple one: e^r - 1 of a log return. */
export function asSimple(value: number, kind: ReturnKind): number {
  return kind === 'log' ? Math.expm1(value) : value
}
