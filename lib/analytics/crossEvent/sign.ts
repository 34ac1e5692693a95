import { fairCoinTwoSided } from '../distributions'
import { type Column, mean } from '../moments'
import { normalStatistic, type Statistic } from './parametric'

/** How many events had a value above zero (strictly), and whether that is more or fewer than chance gives. */
export interface SignTest {
  readonly positive: number
  /** (positive - N/2) / (√N/2). */
  readonly z: number
  /** Exact two-sided binomial p; what to read up to 25 events. */
  readonly exactP: number
}

/** Sign test of one value an event against even odds; N of at least one. NaN in a column of values gives NaN. */
export function signTest(values: Column): SignTest {
  const n = values.length
  let positive = 0
  for (let i = 0; i < n; i++) {
    const value = values[i] as number
    if (Number.isNaN(value)) return { positive: Number.NaN, z: Number.NaN, exactP: Number.NaN }
    if (value > 0) positive++
  }
  return { positive, z: (positive - n / 2) / (Math.sqrt(n) / 2), exactP: fairCoinTwoSided(positive, n) }
}

/** Share of estimation-window abnormal returns above zero, averaged over the events: what the generalised sign test expects instead of one half. */
export function positiveShare(residuals: readonly Column[]): number {
  const shares = residuals.map((column) => {
    let positive = 0
    for (let i = 0; i < column.length; i++) if ((column[i] as number) > 0) positive++
    return positive / column.length
  })
  return mean(shares)
}

/** Generalised sign test: (positive - N p̂) / √(N p̂ (1 - p̂)), standard normal. Source: Cowan, Nonparametric event study tests (1992). */
export function generalisedSign(positive: number, events: number, expectedShare: number): Statistic {
  return normalStatistic((positive - events * expectedShare) / Math.sqrt(events * expectedShare * (1 - expectedShare)))
}
