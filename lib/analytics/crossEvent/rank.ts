import type { Column } from '../moments'
import { normalStatistic, type Statistic } from './parametric'

/** Ranks from 1, ties by their mean rank. */
export function midRanks(values: Column): Float64Array {
  const order = Array.from(values, (_, i) => i).sort((a, b) => (values[a] as number) - (values[b] as number))
  const ranks = new Float64Array(values.length)
  for (let from = 0; from < order.length; ) {
    let to = from
    while (to < order.length && values[order[to] as number] === values[order[from] as number]) to++
    for (const at of order.slice(from, to)) ranks[at] = (from + 1 + to) / 2
    from = to
  }
  return ranks
}

/** Corrado's rank test, a value an event day; `windowZ` cumulates from the first one. */
export interface RankTest {
  /** Mean over the events of rank/(M + 1) - 1/2. */
  readonly meanU: Float64Array
  readonly day: readonly Statistic[]
  readonly window: readonly Statistic[]
}

/**
 * Rank test on each event's abnormal returns of the estimation window followed by those of the event window (`eventDays` of them), the events aligned at
 * their end. U = rank/(M + 1) - 1/2; g_t = Σ U / √N_t; Z_t = g_t / S with S² = Σ g_t² / T over all T days; a window: Σ g_t / (√m S). Standard normal.
 * Sources: Corrado (1989), Corrado and Zivney (1992); the window by Cowan (1992) and Campbell and Wasley (1993).
 */
export function rankTest(abnormal: readonly Column[], eventDays: number): RankTest {
  const longest = abnormal.reduce((most, column) => Math.max(most, column.length), 0)
  const sum = new Float64Array(longest)
  const count = new Float64Array(longest)
  for (const column of abnormal) {
    const ranks = midRanks(column)
    const offset = longest - column.length
    for (const [i, rank] of ranks.entries()) {
      sum[offset + i] = (sum[offset + i] as number) + rank / (column.length + 1) - 0.5
      count[offset + i] = (count[offset + i] as number) + 1
    }
  }
  const g = sum.map((value, t) => value / Math.sqrt(count[t] as number))
  const deviation = Math.sqrt(g.reduce((total, value) => total + value * value, 0) / longest)
  const first = longest - eventDays
  const event = g.subarray(first)
  let cumulated = 0
  return {
    meanU: sum.subarray(first).map((value, j) => value / (count[first + j] as number)),
    day: Array.from(event, (value) => normalStatistic(value / deviation)),
    window: Array.from(event, (value, j) => {
      cumulated += value
      return normalStatistic(cumulated / (Math.sqrt(j + 1) * deviation))
    }),
  }
}
