/** Decimal places of rebased values: enough to recompute a price of any listing to its tick. */
const places = 6

/** Index of the last entry of ascending `dates` (`YYYY-MM-DD`) at or before `date`, -1 when there is none. */
export function indexAtOrBefore(dates: readonly string[], date: string): number {
  let low = 0
  let high = dates.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((dates[middle] ?? '') <= date) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Index of the last entry of ascending `dates` strictly before `date`, -1 when there is none. */
export function indexBefore(dates: readonly string[], date: string): number {
  const at = indexAtOrBefore(dates, date)
  return dates[at] === date ? at - 1 : at
}

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
