/** The ranges that a chart's URL may ask for. */
export const chartRanges = ['3m', '6m', '1y', 'all'] as const
export type ChartRange = (typeof chartRanges)[number]

const months: Readonly<Record<ChartRange, number | null>> = { '3m': 3, '6m': 6, '1y': 12, all: null }

/** The first date of a range that ends with the session `last`; null for all of it. The day of the month stays, whether that month has it or not. */
export function rangeStart(range: ChartRange, last: string): string | null {
  const count = months[range]
  if (count === null || last === '') return null
  const month = Number(last.slice(0, 4)) * 12 + Number(last.slice(5, 7)) - 1 - count
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-${last.slice(8)}`
}
