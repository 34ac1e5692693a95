import { finite } from '@/lib/analytics/edge'
import { deepestDrawdown, drawdowns } from '@/lib/analytics/indicators/drawdown'
import { sampleDeviation } from '@/lib/analytics/moments'
import { returnsOf } from '@/lib/analytics/returns'
import { presentRows, type Sparse, spread } from './presentRows'
import { againstBenchmark, type BenchmarkFigures } from './seriesBenchmark'
import type { SeriesInput } from './seriesInput'
import { type WindowFigures, windowFigures } from './seriesWindow'

export { type SeriesInput, seriesInput } from './seriesInput'

/**
 * The figures of one series. Columns have the length of the input, with null for what is not there; returns, drawdowns and volatilities are fractions.
 * What the input does not ask for (no window, no benchmark, prices instead of returns) is left out.
 */
export interface SeriesResult extends Partial<WindowFigures>, Partial<BenchmarkFigures> {
  readonly returns: Sparse
  readonly logReturns: Sparse
  /** 100 at the first price; of returns, 100 before the first one. */
  readonly rebased100: Sparse
  readonly cumReturns?: Sparse
  readonly totalReturn: number | null
  readonly drawdown: Sparse
  /** 0 for a series that never fell. */
  readonly maxDrawdown: number | null
  /** Indices into the input. The peak is null when it is the start before the first return; both are when the series never fell. */
  readonly maxDrawdownPeak: number | null
  readonly maxDrawdownTrough: number | null
  readonly annualVolatility: number | null
  readonly annualReturn: number | null
}

/** A series as levels (prices, or a wealth of 1 that its returns make), and as simple returns. */
interface Levels {
  readonly at: readonly number[]
  readonly values: Float64Array
  readonly returnAt: readonly number[]
  readonly returns: Float64Array
  /** The level that counts as the start. */
  readonly base: number
}

function levelsOfPrices(prices: Sparse): Levels {
  const { at, values } = presentRows(prices)
  return { at, values, returnAt: at.slice(1), returns: returnsOf(values, 'simple'), base: values[0] ?? Number.NaN }
}

/** A return that is missing leaves the wealth where it stood, so there is one in every row. */
function levelsOfReturns(given: Sparse): Levels {
  const { at: returnAt, values: returns } = presentRows(given)
  let wealth = 1
  const values = Float64Array.from(given, (value) => {
    wealth *= 1 + (value ?? 0)
    return wealth
  })
  return { at: [...given.keys()], values, returnAt, returns, base: 1 }
}

function drawdownFigures(length: number, { at, values, base }: Levels, fromStart: boolean) {
  const path = fromStart ? Float64Array.of(base, ...values) : values
  const before = path.length - values.length
  const deepest = deepestDrawdown(path)
  return {
    drawdown: spread(length, at, drawdowns(path).subarray(before)),
    maxDrawdown: values.length === 0 ? null : (deepest?.depth ?? 0),
    maxDrawdownPeak: deepest ? (at[deepest.peak - before] ?? null) : null,
    maxDrawdownTrough: deepest ? (at[deepest.trough - before] ?? null) : null,
  }
}

/**
 * Computes a case of kind `series`. Pure. A missing price is left out, so that the return after it spans the gap; a missing return leaves the cumulated
 * one where it stood. `annualReturn` = (1 + totalReturn)^(periodsPerYear / nPeriods) - 1, `annualVolatility` = sd(n - 1) √periodsPerYear.
 */
export function seriesResult(input: SeriesInput): SeriesResult {
  const { prices, returns, benchmark, window, periodsPerYear } = input
  const given = prices ?? returns ?? []
  const levels = prices ? levelsOfPrices(prices) : levelsOfReturns(given)
  const { length } = given
  const growth = (levels.values.at(-1) ?? Number.NaN) / levels.base
  const nPeriods = input.nPeriods ?? levels.returns.length
  return {
    returns: spread(length, levels.returnAt, levels.returns),
    logReturns: spread(length, levels.returnAt, levels.returns.map(Math.log1p)),
    rebased100: spread(
      length,
      levels.at,
      levels.values.map((value) => (100 * value) / levels.base),
    ),
    ...(prices
      ? {}
      : {
          cumReturns: spread(
            length,
            levels.at,
            levels.values.map((value) => value - 1),
          ),
        }),
    totalReturn: finite(growth - 1),
    ...drawdownFigures(length, levels, prices === undefined),
    annualVolatility: finite(sampleDeviation(levels.returns) * Math.sqrt(periodsPerYear)),
    annualReturn: nPeriods === 0 ? null : finite(growth ** (periodsPerYear / nPeriods) - 1),
    ...(window === undefined ? {} : windowFigures(length, prices ? levels : null, levels, window, periodsPerYear)),
    ...(benchmark === undefined ? {} : againstBenchmark(given, benchmark, prices !== undefined, window)),
  }
}
