import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rollingBeta } from '@/lib/analytics/indicators/rollingBeta'
import { rollingCorrelation } from '@/lib/analytics/indicators/rollingCorrelation'
import { realisedVolatility, tradingDaysAYear } from '@/lib/analytics/indicators/volatility'
import { correlation } from '@/lib/analytics/moments'
import { longColumn, relativeError, someReturns, someWindow, twoPass } from './columns'

const listed = (column: Float64Array) => [...column].map((value) => (Number.isNaN(value) ? null : value))
const rows = fc
  .tuple(someReturns(), someReturns())
  .map(([a, b]) => [a.slice(0, Math.min(a.length, b.length)), b.slice(0, Math.min(a.length, b.length))] as const)
const isConstant = (values: readonly number[]) => values.every((value) => value === values[0])

describe('realised volatility', () => {
  test('is the deviation of the last returns times the root of the periods a year', () => {
    expect(listed(realisedVolatility([0.01, 0.03, 0.03, 0.01], 2, 2))).toEqual([
      null,
      expect.closeTo(0.02, 12),
      0,
      expect.closeTo(0.02, 12),
    ])
    expect(realisedVolatility([0.01, 0.03], 2)[1]).toBeCloseTo(0.01 * Math.sqrt(2) * Math.sqrt(tradingDaysAYear), 12)
  })

  test('is that of each window alone, exactly 0 where it is constant', () => {
    fc.assert(
      fc.property(someReturns(), someWindow, (returns, window) => {
        for (const [i, value] of realisedVolatility(returns, window, 1).entries()) {
          const inside = returns.slice(Math.max(0, i - window + 1), i + 1)
          if (i < window - 1) expect(value).toBeNaN()
          else if (isConstant(inside)) expect(value).toBe(0)
          else expect(value).toBeCloseTo(twoPass.deviation(inside), 9)
        }
      }),
    )
  })
})

describe('rolling beta and correlation', () => {
  test('of returns that are a multiple of the market’s are that multiple and 1 with its sign', () => {
    const market = [0.01, -0.02, 0.03, 0.01]
    const against = market.map((value) => -2 * value)
    expect(listed(rollingBeta(against, market, 3))).toEqual([
      null,
      null,
      expect.closeTo(-2, 12),
      expect.closeTo(-2, 12),
    ])
    expect(listed(rollingCorrelation(against, market, 3)).slice(2)).toEqual([
      expect.closeTo(-1, 12),
      expect.closeTo(-1, 12),
    ])
  })

  test('are those of each window alone; there is none of a side that does not vary', () => {
    fc.assert(
      fc.property(rows, someWindow, ([returns, market], window) => {
        const betas = rollingBeta(returns, market, window)
        const correlations = rollingCorrelation(returns, market, window)
        for (let i = 0; i < returns.length; i++) {
          const inside = (column: readonly number[]) => column.slice(Math.max(0, i - window + 1), i + 1)
          const [ys, xs] = [inside(returns), inside(market)]
          if (i < window - 1 || isConstant(xs)) expect(betas[i]).toBeNaN()
          else expect(betas[i]).toBeCloseTo(twoPass.beta(ys, xs), 9)
          if (i < window - 1 || isConstant(xs) || isConstant(ys)) expect(correlations[i]).toBeNaN()
          else expect(correlations[i]).toBeCloseTo(correlation(ys, xs), 9)
        }
      }),
    )
  })

  test('do not exist of a market that stands still, also after it has moved and long after a fresh sum', () => {
    const market = longColumn(0, 1, 5000).fill(0.1, 3000)
    const returns = longColumn(0, 2, 5000)
    const isThere = [...rollingBeta(returns, market, 20)].map((value) => !Number.isNaN(value))
    expect(isThere.indexOf(true)).toBe(19)
    expect(isThere.lastIndexOf(true)).toBe(3000 + 18)
    expect(realisedVolatility(market, 20)[3018]).toBeGreaterThan(0)
    expect(new Set(realisedVolatility(market, 20).slice(3019))).toEqual(new Set([0]))
    expect(rollingCorrelation(market, returns, 20).slice(3019).every(Number.isNaN)).toBe(true)
  })
})

test('over a million points around 1e6 every figure keeps nine digits of the two-pass one', () => {
  const market = longColumn(1e6, 1)
  const noise = longColumn(0, 2)
  const returns = market.map((value, i) => 1.3 * value + (noise[i] ?? 0))
  const [betas, correlations] = [rollingBeta(returns, market, 60), rollingCorrelation(returns, market, 60)]
  const volatilities = realisedVolatility(returns, 60, 1)
  for (const i of [59, 500_000, 999_999]) {
    const [ys, xs] = [returns.slice(i - 59, i + 1), market.slice(i - 59, i + 1)]
    expect(relativeError(betas[i], twoPass.beta(ys, xs))).toBeLessThan(1e-9)
    expect(relativeError(correlations[i], correlation(ys, xs))).toBeLessThan(1e-9)
    expect(relativeError(volatilities[i], twoPass.deviation(ys))).toBeLessThan(1e-9)
  }
})

describe('bad arguments are named', () => {
  const [a, b] = [
    [0.1, 0.2, 0.3],
    [0.1, 0.2],
  ]
  test.each([
    ['a window of one', () => rollingBeta(a, a, 1), 'window: expected a whole number of at least 2, got 1'],
    ['a window that is not whole', () => rollingCorrelation(a, a, 2.5), 'window: expected a whole number'],
    ['no window', () => realisedVolatility(a, Number.NaN), 'window: expected a whole number of at least 2, got NaN'],
    ['unequal columns', () => rollingBeta(a, b, 2), 'market: expected 3 values, as many as returns, got 2'],
    ['unequal columns', () => rollingCorrelation(b, a, 2), 'market: expected 2 values, as many as returns, got 3'],
    ['periods', () => realisedVolatility(a, 2, 0), 'periodsPerYear: expected a number above zero, got 0'],
    ['a missing return', () => realisedVolatility([...a, Number.NaN, 1], 2), 'returns[3]: expected a finite number'],
    ['a missing return', () => rollingBeta([...a, Number.NaN], [...a, 1], 2), 'returns[3]: expected a finite number'],
    ['a missing return', () => rollingCorrelation([...a, 1], [...a, Number.NaN], 2), 'market[3]: expected a finite'],
  ])('%s', (_name, call, message) => {
    expect(call).toThrow(RangeError)
    expect(call).toThrow(message)
  })
})
