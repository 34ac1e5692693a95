import { finite } from '@/lib/analytics/edge'
import { rollingBeta } from '@/lib/analytics/indicators/rollingBeta'
import { rollingCorrelation } from '@/lib/analytics/indicators/rollingCorrelation'
import { correlation, mean } from '@/lib/analytics/moments'
import { returnsOf } from '@/lib/analytics/returns'
import { presentRows, type Sparse, spread } from './presentRows'

/** A series against its benchmark, on the simple returns of the rows in which both are there. Null where either does not vary enough to say. */
export interface BenchmarkFigures {
  readonly beta: number | null
  readonly correlation: number | null
  /** mean(r) - beta mean(b), a fraction a period. */
  readonly alphaPeriod: number | null
  /** Of the last `window` such rows; left out without a window. */
  readonly rollingBeta?: Sparse
  readonly rollingCorrelation?: Sparse
}

/** Drops the rows that are missing on either side, then counts returns (of prices), then compares. */
export function againstBenchmark(
  series: Sparse,
  benchmark: Sparse,
  arePrices: boolean,
  window: number | undefined,
): BenchmarkFigures {
  const [own, other] = [presentRows(series, benchmark), presentRows(benchmark, series)]
  const at = arePrices ? own.at.slice(1) : own.at
  const returns = arePrices ? returnsOf(own.values, 'simple') : own.values
  const market = arePrices ? returnsOf(other.values, 'simple') : other.values
  const beta = slope(returns, market)
  const spreadOut = (column: Float64Array) => spread(series.length, at, column)
  return {
    beta: finite(beta),
    correlation: finite(correlation(returns, market)),
    alphaPeriod: finite(mean(returns) - beta * mean(market)),
    ...(window === undefined
      ? {}
      : {
          rollingBeta: spreadOut(rollingBeta(returns, market, window)),
          rollingCorrelation: spreadOut(rollingCorrelation(returns, market, window)),
        }),
  }
}

/** cov / var over all rows: the rolling beta whose window is all of them. */
function slope(returns: Float64Array, market: Float64Array): number {
  return returns.length < 2 ? Number.NaN : (rollingBeta(returns, market, returns.length).at(-1) ?? Number.NaN)
}
