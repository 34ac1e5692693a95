import { mean, sampleCovariance, sampleVariance } from 'simple-statistics'
import { EMA, RSI, SMA } from 'technicalindicators'
import { exponentialMovingAverage, simpleMovingAverage } from '@/lib/analytics/indicators/average'
import { relativeStrengthIndex } from '@/lib/analytics/indicators/relativeStrengthIndex'
import { rollingBeta } from '@/lib/analytics/indicators/rollingBeta'
import { rollingCorrelation } from '@/lib/analytics/indicators/rollingCorrelation'
import { realisedVolatility } from '@/lib/analytics/indicators/volatility'
import type { Bench, BenchCase, Work } from './bench'
import {
  floorAverage,
  floorBeta,
  floorCorrelation,
  floorExponential,
  floorStrengthIndex,
  floorVolatility,
} from './indicatorFloors'

const limit = 1.5

/** Daily returns of a market and of a stock that follows it, and the stock's prices: the same ones in every run (a linear congruential generator). */
function columns(points: number) {
  let state = 4
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32 - 0.5
  }
  const market = Float64Array.from({ length: points }, () => random() / 25)
  const returns = market.map((value) => 1.2 * value + random() / 20)
  let level = 0
  const prices = returns.map((value) => {
    // Drawn back to 100, or a million days would leave the range of prices.
    level = 0.999 * level + value
    return 100 * Math.exp(level)
  })
  return { market, returns, prices }
}

/** `statistic` of each window's own slice: how a library without moving windows is used. */
function perWindow(length: number, window: number, statistic: (from: number, to: number) => number): Work {
  return () => {
    const out = new Float64Array(length).fill(Number.NaN, 0, window - 1)
    for (let to = window; to <= length; to++) out[to - 1] = statistic(to - window, to)
    return out
  }
}

/** The indicators over so many points: ours, a plain floor, and two libraries. */
export function indicatorCases(points: number): BenchCase[] {
  const { market, returns, prices } = columns(points)
  const [values, ys, xs] = [prices, returns, market].map((column) => Array.from(column)) as [
    number[],
    number[],
    number[],
  ]
  const size = `${points.toLocaleString('en')} points`
  const indicator = (name: string, rest: Omit<BenchCase, 'name' | 'size' | 'limit'>) => ({ name, size, limit, ...rest })
  return [
    indicator('SMA 20', {
      floor: () => floorAverage(prices, 20),
      subject: () => simpleMovingAverage(prices, 20),
      peers: [
        { name: 'technicalindicators', run: () => SMA.calculate({ period: 20, values }) },
        { name: 'simple-statistics', run: perWindow(points, 20, (from, to) => mean(values.slice(from, to))) },
      ],
    }),
    indicator('EMA 20', {
      floor: () => floorExponential(prices, 20),
      subject: () => exponentialMovingAverage(prices, 20),
      peers: [{ name: 'technicalindicators', run: () => EMA.calculate({ period: 20, values }) }],
    }),
    indicator('RSI 14', {
      floor: () => floorStrengthIndex(prices, 14),
      subject: () => relativeStrengthIndex(prices, 14),
      // It rounds to two decimals.
      peers: [{ name: 'technicalindicators', run: () => RSI.calculate({ period: 14, values }), tolerance: 0.006 }],
    }),
    indicator('rolling beta 60', {
      floor: () => floorBeta(returns, market, 60),
      subject: () => rollingBeta(returns, market, 60),
      peers: [
        {
          name: 'simple-statistics',
          run: perWindow(points, 60, (from, to) => {
            const window = xs.slice(from, to)
            return sampleCovariance(window, ys.slice(from, to)) / sampleVariance(window)
          }),
        },
      ],
    }),
    indicator('rolling correlation 60', {
      floor: () => floorCorrelation(returns, market, 60),
      subject: () => rollingCorrelation(returns, market, 60),
    }),
    indicator('realised volatility 20', {
      floor: () => floorVolatility(returns, 20),
      subject: () => realisedVolatility(returns, 20),
    }),
  ]
}

/** The indicators of a study over a million points. The cases are made when they are asked for: a million points are not free. */
export const indicators: Bench = {
  name: 'study',
  get cases() {
    return indicatorCases(1_000_000)
  },
}
