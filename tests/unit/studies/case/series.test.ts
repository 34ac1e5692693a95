import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { caseProblems } from '@/lib/studies/case/expected'
import { seriesInput, seriesResult } from '@/lib/studies/case/seriesCase'

const result = (input: unknown) => seriesResult(seriesInput.parse(input))
const problems = (input: unknown) => {
  const parsed = seriesInput.safeParse(input)
  return parsed.success ? [] : caseProblems(parsed.error)
}
const near = (value: number) => expect.closeTo(value, 12)

describe('a series of prices', () => {
  const prices = [null, 100, 110, null, 99, 121]

  test('has returns that span what is missing, and null where there is none', () => {
    const out = result({ prices })
    expect(out.returns).toEqual([null, null, near(0.1), null, near(-0.1), near(2 / 9)])
    expect(out.logReturns).toEqual([null, null, near(Math.log(1.1)), null, near(Math.log(0.9)), near(Math.log(11 / 9))])
    expect(out.rebased100).toEqual([null, 100, near(110), null, near(99), near(121)])
    expect(out.totalReturn).toBeCloseTo(0.21, 12)
    expect(out.drawdown).toEqual([null, 0, 0, null, near(-0.1), 0])
    expect(out).toMatchObject({ maxDrawdown: near(-0.1), maxDrawdownPeak: 2, maxDrawdownTrough: 4 })
    expect(out.annualReturn).toBeCloseTo(1.21 ** (252 / 3) - 1, 3)
    expect(Object.keys(out)).not.toContain('cumReturns')
    expect(Object.keys(out)).not.toContain('sma')
  })

  test('has windows that count the prices that are there', () => {
    const out = result({ prices, window: 2, periodsPerYear: 1 })
    expect(out.sma).toEqual([null, null, 105, null, 104.5, 110])
    expect(out.ema).toEqual([null, null, 105, null, 101, near(343 / 3)])
    // Changes +10, -11, +22: G = 5, L = 5.5, then G = 13.5, L = 2.75.
    expect(out.rsi).toEqual([null, null, null, null, near(100 * (5 / 10.5)), near(100 * (13.5 / 16.25))])
    expect(out.rollingVol).toEqual([null, null, null, null, near(0.2 / Math.SQRT2), near((0.1 + 2 / 9) / Math.SQRT2)])
  })

  test('is set against a benchmark on the rows that both have', () => {
    const out = result({
      prices: [100, 110, 50, 99, 121],
      benchmark: [200, 210, null, 199.5, 219.45],
      window: 2,
    })
    const [r, b] = [
      [0.1, -0.1, 2 / 9],
      [0.05, -0.05, 0.1],
    ]
    const [meanR, meanB] = [2 / 27, 1 / 30]
    const sum = (x: number[], y: number[], mx: number, my: number) =>
      x.reduce((all, value, i) => all + (value - mx) * ((y[i] ?? 0) - my), 0)
    const slope = sum(r, b, meanR, meanB) / sum(b, b, meanB, meanB)
    expect(out.beta).toBeCloseTo(slope, 12)
    expect(out.alphaPeriod).toBeCloseTo(meanR - slope * meanB, 12)
    expect(out.correlation).toBeCloseTo(slope * Math.sqrt(sum(b, b, meanB, meanB) / sum(r, r, meanR, meanR)), 12)
    expect(out.rollingBeta).toEqual([null, null, null, near(2), near((2 / 9 + 0.1) / 0.15)])
    expect(out.rollingCorrelation).toEqual([null, null, null, near(1), near(1)])
  })

  test('that never fell has no peak and no trough', () => {
    expect(result({ prices: [1, 2, 2, null] })).toMatchObject({
      maxDrawdown: 0,
      maxDrawdownPeak: null,
      maxDrawdownTrough: null,
    })
  })
})

describe('a series of returns', () => {
  test('is counted from a wealth of 1 before the first', () => {
    const out = result({ returns: [null, -0.5, null, 1, -0.75] })
    expect(out.cumReturns).toEqual([0, -0.5, -0.5, 0, -0.75])
    expect(out.rebased100).toEqual([100, 50, 50, 100, 25])
    expect(out.returns).toEqual([null, -0.5, null, 1, -0.75])
    expect(out.drawdown).toEqual([0, -0.5, -0.5, 0, -0.75])
    expect(out).toMatchObject({ maxDrawdown: -0.75, maxDrawdownTrough: 4, totalReturn: -0.75 })
  })

  test('has no peak when it fell from that start', () => {
    expect(result({ returns: [-0.5, 0.5] })).toMatchObject({
      maxDrawdown: -0.5,
      maxDrawdownPeak: null,
      maxDrawdownTrough: 0,
    })
    expect(result({ returns: [0.5, -0.5] })).toMatchObject({ maxDrawdownPeak: 0, maxDrawdownTrough: 1 })
  })

  test('is annualised over the returns that are there, or over as many periods as are said', () => {
    const returns = [null, 0.1, 0.1]
    expect(result({ returns, periodsPerYear: 4 }).annualReturn).toBeCloseTo(1.1 ** 4 - 1, 12)
    expect(result({ returns, periodsPerYear: 4, nPeriods: 4 }).annualReturn).toBeCloseTo(0.21, 12)
    expect(result({ returns: [0.1, -0.1], periodsPerYear: 4 }).annualVolatility).toBeCloseTo(0.2 * Math.SQRT2, 12)
  })

  test('has the volatility of a window, and no averages of prices it has not', () => {
    const out = result({ returns: [0.01, 0.03, 0.03], window: 2, periodsPerYear: 1 })
    expect(out.rollingVol).toEqual([null, near(0.01 * Math.SQRT2), 0])
    expect(Object.keys(out)).not.toContain('rsi')
  })

  test('has no beta against what does not vary', () => {
    const out = result({ returns: [0.01, 0.02, 0.03], benchmark: [0.1, 0.1, 0.1], window: 2 })
    expect(out).toMatchObject({ beta: null, correlation: null, alphaPeriod: null, rollingBeta: [null, null, null] })
    expect(result({ returns: [0.01], benchmark: [0.02] })).toMatchObject({ beta: null, annualVolatility: null })
  })
})

const sparse = (value: fc.Arbitrary<number>) => fc.array(fc.option(value, { freq: 4 }), { maxLength: 30 })
const inputs = fc
  .oneof(
    sparse(fc.double({ min: 1e-6, max: 1e9, noNaN: true })).map((prices) => ({ prices })),
    sparse(fc.double({ min: -1, max: 5, noNaN: true })).map((returns) => ({ returns })),
  )
  .chain((series) =>
    fc.record({
      series: fc.constant(series),
      benchmark: fc.boolean(),
      window: fc.option(fc.integer({ min: 2, max: 8 }), { nil: undefined }),
    }),
  )
  .map(({ series, benchmark, window }) => {
    const values = 'prices' in series ? series.prices : series.returns
    return { ...series, window, ...(benchmark ? { benchmark: [...values].reverse() } : {}) }
  })

test('what a case says beyond its fields changes nothing', () => {
  expect(result({ prices: [1, 2], note: 'of our own' })).toEqual(result({ prices: [1, 2] }))
})

describe('of any series', () => {
  test('every column is as long as the input, and every number is one', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { length } = 'prices' in input ? input.prices : input.returns
        for (const [name, value] of Object.entries(result(input))) {
          if (Array.isArray(value)) expect([name, value.length]).toEqual([name, length])
          for (const number of [value].flat()) {
            if (number !== null) expect([name, Number.isFinite(number)]).toEqual([name, true])
          }
        }
      }),
    )
  })

  test('the scale of prices changes nothing but the averages', () => {
    const prices = fc.array(fc.option(fc.integer({ min: 1, max: 9999 }), { freq: 4 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(prices, fc.constantFrom(2, 0.25, 1024), (values, factor) => {
        const scaled = values.map((price) => price && price * factor)
        const { sma: _sma, ema: _ema, ...rest } = result({ prices: values, window: 3 })
        const { sma: _scaledSma, ema: _scaledEma, ...other } = result({ prices: scaled, window: 3 })
        expect(other).toEqual(rest)
      }),
    )
  })

  test('the returns of prices, given as returns, lead to the same figures', () => {
    const prices = fc.array(fc.integer({ min: 50, max: 200 }), { minLength: 3, maxLength: 30 })
    fc.assert(
      fc.property(prices, (values) => {
        const of = result({ prices: values, window: 2 })
        const again = result({ returns: of.returns, window: 2 })
        expect(again.totalReturn).toBeCloseTo(of.totalReturn ?? Number.NaN, 9)
        expect(again.maxDrawdown).toBeCloseTo(of.maxDrawdown ?? Number.NaN, 9)
        expect([again.annualVolatility, again.rollingVol]).toEqual([of.annualVolatility, of.rollingVol])
        for (const [i, value] of again.rebased100.entries()) {
          expect(value).toBeCloseTo(of.rebased100[i] ?? Number.NaN, 9)
        }
      }),
    )
  })
})

describe('a case that cannot be meant is refused by the path of the field', () => {
  test.each<[unknown, string]>([
    [{ prices: [1, 2, 3, -1] }, 'prices[3]: expected a number above zero, got -1'],
    [{ prices: [1, '2'] }, 'prices[1]: expected a number above zero or null, got "2"'],
    [{ prices: 5 }, 'prices: expected a list of prices, got 5'],
    [{ returns: [0.1, -1.5] }, 'returns[1]: expected a simple return, a fraction of at least -1, got -1.5'],
    [{ returns: [Number.POSITIVE_INFINITY] }, 'returns[0]: expected a number or null'],
    [{}, 'prices: expected prices or returns, got neither'],
    [{ prices: [1], returns: [0.1] }, 'returns: expected prices or returns, got both'],
    [{ prices: [1, 2], benchmark: [1] }, 'benchmark: expected 2 values, as many as prices, got 1'],
    [{ prices: [1, 2], benchmark: [1, 0] }, 'benchmark[1]: expected a number above zero, got 0'],
    [
      { returns: [0, 0], benchmark: [0, -2] },
      'benchmark[1]: expected a simple return, a fraction of at least -1, got -2',
    ],
    [{ prices: [1], window: 1 }, 'window: expected a whole number of at least 2, got 1'],
    [{ prices: [1], window: 2.5 }, 'window: expected a whole number of at least 2, got 2.5'],
    [{ prices: [1], periodsPerYear: 0 }, 'periodsPerYear: expected a number above zero, got 0'],
    [{ prices: [1], nPeriods: 1.5 }, 'nPeriods: expected a whole number above zero, got 1.5'],
    [{ kind: 'day0', prices: [1] }, 'kind: expected "series", got "day0"'],
    ['prices', 'input: expected an object, got "prices"'],
    [null, 'input: expected an object, got null'],
  ])('%j', (input, message) => {
    expect(problems(input)[0]).toMatch(new RegExp(`^${message.replace(/[[\]().]/g, '\\$&')}`))
  })
})
