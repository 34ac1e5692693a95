/** Decimal places of rebased values: enough to recompute a price of any listing to its tick. */
const places = 6

/**
 * Values as percent of the one at `baseIndex`, which becomes 100: 100 v / base, rounded to 6 decimals. Prices have to be on one basis (split-adjusted).
 * Throws a RangeError when there is no value above zero at `baseIndex`.
 */
export function rebased(values: readonly number[], baseIndex: number): number[] {
  const base = values[baseIndex]
  if (base === undefined || !(base > 0)) {
    throw new RangeError(`expected a value above zero at index ${baseIndex} of ${values.length}, got ${base}`)
  }
  return values.map((value) => Number(((100 * value) / base).toFixed(places)))
}
