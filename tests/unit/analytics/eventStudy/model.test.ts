import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitModel, models, residualsOf } from '@/lib/analytics/eventStudy/model'
import { isRefusal } from '@/lib/analytics/refusal'
import { fitted } from './fitted'

describe('the models by hand', () => {
  test('market: OLS with its standard errors and R²', () => {
    // x̄ = 2, SSx = 10; ȳ = 1, Σ(x - x̄)(y - ȳ) = 8 + 3 + 0 + 1 + 12 = 24: beta = 2.4, alpha = 1 - 4.8. e = 0.8, -0.6, 0, -1.4, 1.2: Σe² = 4.4.
    const fit = fitted('market', [-3, -2, 1, 2, 7], [0, 1, 2, 3, 4])
    const s = Math.sqrt(4.4 / 3)
    expect(fit).toMatchObject({ model: 'market', n: 5, df: 3, marketMean: 2, marketSquares: 10 })
    expect(fit.beta).toBeCloseTo(2.4, 14)
    expect(fit.alpha).toBeCloseTo(-3.8, 14)
    expect(fit.sigma).toBeCloseTo(s, 14)
    expect(fit.seAlpha).toBeCloseTo(s * Math.sqrt(1 / 5 + 4 / 10), 14)
    expect(fit.seBeta).toBeCloseTo(s / Math.sqrt(10), 14)
    // Σ(y - ȳ)² = 16 + 9 + 0 + 1 + 36.
    expect(fit.r2).toBeCloseTo(1 - 4.4 / 62, 14)
    const residuals = [...residualsOf(fit, [-3, -2, 1, 2, 7], [0, 1, 2, 3, 4])]
    for (const [i, e] of [0.8, -0.6, 0, -1.4, 1.2].entries()) expect(residuals[i]).toBeCloseTo(e, 14)
  })

  test('market-adjusted: the deviation of the differences about their own mean', () => {
    // d = 1, 2, 1, 4: mean 2, Σ = 1 + 0 + 1 + 4 = 6 over 3.
    const fit = fitted('market-adjusted', [1, 3, 2, 6], [0, 1, 1, 2])
    expect(fit).toMatchObject({ n: 4, df: 3, alpha: 0, beta: 1, seAlpha: null, seBeta: null, r2: null })
    expect(fit.sigma).toBeCloseTo(Math.SQRT2, 15)
    expect([...residualsOf(fit, [1, 3, 2, 6], [0, 1, 1, 2])]).toEqual([1, 2, 1, 4])
  })

  test('mean-adjusted: the firm alone, whatever the market is', () => {
    // mean 2, Σ = 1 + 0 + 1 + 4 = 6 over 3.
    const fit = fitted('mean-adjusted', [1, 2, 1, 4], [])
    expect(fit).toMatchObject({ n: 4, df: 3, alpha: 2, beta: 0, seBeta: null, r2: null })
    expect(fit.sigma).toBeCloseTo(Math.SQRT2, 15)
    expect(fit.seAlpha).toBeCloseTo(Math.SQRT2 / 2, 15)
    expect([...residualsOf(fit, [1, 2, 1, 4], [Number.NaN])]).toEqual([-1, 0, -1, 2])
  })
})

describe('refusals', () => {
  test.each([
    ['market', 2, 'the estimation window has 2 usable returns, the market model needs 3'],
    ['market-adjusted', 1, 'the estimation window has 1 usable returns, the market-adjusted model needs 2'],
    ['mean-adjusted', 1, 'the estimation window has 1 usable returns, the mean-adjusted model needs 2'],
  ] as const)('%s with %i rows, and not with one more', (model, rows, detail) => {
    const column = [0.01, -0.02, 0.005]
    expect(fitModel(model, column.slice(0, rows), column.slice(0, rows))).toEqual({
      refused: 'too-few-sessions',
      detail,
    })
    expect(isRefusal(fitModel(model, column.slice(0, rows + 1), [0.03, 0.01, -0.02].slice(0, rows + 1)))).toBe(false)
  })

  test('a constant market, also where adding it up rounds', () => {
    for (const constant of [0, 0.1, 1 / 3, 1e6]) {
      const market = new Float64Array(251).fill(constant)
      const firm = market.map((_, i) => Math.sin(i))
      expect(fitModel('market', firm, market)).toMatchObject({ refused: 'constant-market' })
    }
    expect(isRefusal(fitModel('market-adjusted', [1, 2, 4], [3, 3, 3]))).toBe(false)
  })

  test('a firm that follows the market exactly has a sigma of 0, not of rounding', () => {
    const market = Float64Array.from({ length: 40 }, (_, i) => 0.01 * Math.sin(i))
    const firm = market.map((x) => 0.001 + 1.3 * x)
    expect(fitted('market', firm, market)).toMatchObject({ sigma: 0, r2: 1 })
    expect(fitted('market-adjusted', market, market).sigma).toBe(0)
    expect(fitted('mean-adjusted', new Float64Array(9).fill(0.1), []).sigma).toBe(0)
  })

  test('a firm that does not move has no R²', () => {
    expect(fitted('market', new Float64Array(30).fill(0.1), Float64Array.from({ length: 30 }, Math.sin)).r2).toBeNull()
  })
})

describe('numbers far from 0', () => {
  // Multiples of 2^-20 below 2^-4: adding 2^20 and scaling by powers of two are exact, so nothing is lost before the fit.
  const step = 2 ** -20
  const rows = fc.array(fc.tuple(fc.integer({ min: -65536, max: 65536 }), fc.integer({ min: -65536, max: 65536 })), {
    minLength: 20,
    maxLength: 250,
  })
  const near = (got: number, expected: number) => {
    expect(Math.abs(got - expected)).toBeLessThanOrEqual(1e-9 * Math.abs(expected))
  }

  test('an offset of a million and a scale of a millionth lose neither beta nor sigma', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(0, 2 ** 20), fc.constantFrom(1, 2 ** -20), (pairs, offset, scale) => {
        const market = Float64Array.from(pairs, ([x]) => x * step)
        // Beta is kept away from 0, where a relative bound means nothing.
        const firm = Float64Array.from(pairs, ([x, e]) => (2 * x + Math.trunc(e / 4)) * step)
        const shifted = (column: Float64Array) => column.map((value) => (value + offset) * scale)
        const exact = fitModel('market', firm, market)
        fc.pre(!isRefusal(exact) && exact.marketSquares > 1e-6 && exact.sigma > 1e-6)
        if (isRefusal(exact)) return
        const moved = fitted('market', shifted(firm), shifted(market))
        near(moved.beta, exact.beta)
        near(moved.sigma, exact.sigma * scale)
        near(moved.seBeta ?? 0, exact.seBeta ?? 0)
      }),
    )
  })

  test('a one-pass sum would fail that: E[x²] - E[x]² of the same numbers has no digit left', () => {
    const column = Array.from({ length: 250 }, (_, i) => 2 ** 20 + ((i * 7919) % 101) * step)
    const squares = column.reduce((sum, x) => sum + x * x, 0) / 250
    const centre = column.reduce((sum, x) => sum + x, 0) / 250
    const onePass = (squares - centre * centre) * 250
    const { marketSquares } = fitted('market', Float64Array.from({ length: 250 }, Math.sin), column)
    const exact = column.reduce((sum, x) => sum + (x - centre) ** 2, 0)
    near(marketSquares, exact)
    expect(Math.abs(onePass / exact - 1)).toBeGreaterThan(0.1)
  })
})

test('every model says its own name', () => {
  for (const model of models) expect(fitted(model, [1, 2, 4, 3], [1, 0, 2, 5]).model).toBe(model)
})
