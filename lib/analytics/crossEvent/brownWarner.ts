import { type Column, sampleDeviation } from '../moments'
import { type Statistic, studentStatistic } from './parametric'

/** The crude dependence adjustment of Brown and Warner, a value an event day; `window` cumulates from the first one. */
export interface BrownWarner {
  readonly df: number
  readonly day: readonly Statistic[]
  readonly window: readonly Statistic[]
}

/** Mean over the events of each day, the columns aligned at their end: a day has the events that reach back to it. */
export function averageByDay(columns: readonly Column[]): Float64Array {
  const longest = columns.reduce((most, column) => Math.max(most, column.length), 0)
  const [sum, count] = [new Float64Array(longest), new Float64Array(longest)]
  for (const column of columns) {
    const offset = longest - column.length
    for (let i = 0; i < column.length; i++) {
      sum[offset + i] = (sum[offset + i] as number) + (column[i] as number)
      count[offset + i] = (count[offset + i] as number) + 1
    }
  }
  return sum.map((value, t) => value / (count[t] as number))
}

/**
 * Mean abnormal return of an event day over the deviation (n - 1) of the mean abnormal return on estimation days: correlation between events on the same
 * dates is in that deviation. A window: CAAR / (sd √m). t(n - 1), n the longest estimation window. Source: Brown and Warner (1985), eq. 3 to 6.
 */
export function brownWarner(residuals: readonly Column[], meanAbnormal: Column): BrownWarner {
  const estimation = averageByDay(residuals)
  const deviation = sampleDeviation(estimation)
  const df = estimation.length - 1
  const days = Array.from(meanAbnormal)
  let cumulated = 0
  return {
    df,
    day: days.map((value) => studentStatistic(value / deviation, df)),
    window: days.map((value, j) => {
      cumulated += value
      return studentStatistic(cumulated / (deviation * Math.sqrt(j + 1)), df)
    }),
  }
}
