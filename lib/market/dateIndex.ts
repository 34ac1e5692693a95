import type { TradingDate } from './date'

/** Position of the first entry at or after `date` in ascending `dates`, by bisection; the length when all are earlier. */
export function indexAtOrAfter(dates: readonly TradingDate[], date: TradingDate): number {
  let low = 0
  let high = dates.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((dates[middle] ?? '') < date) low = middle + 1
    else high = middle
  }
  return low
}

/** Position of the last entry strictly before `date` in ascending `dates`, -1 when there is none. */
export function indexBefore(dates: readonly TradingDate[], date: TradingDate): number {
  return indexAtOrAfter(dates, date) - 1
}

/** Position of the last entry at or before `date` in ascending `dates` without repeats, -1 when there is none. */
export function indexAtOrBefore(dates: readonly TradingDate[], date: TradingDate): number {
  const at = indexAtOrAfter(dates, date)
  return dates[at] === date ? at : at - 1
}
