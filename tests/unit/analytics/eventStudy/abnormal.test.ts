import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { abnormalReturns, sumError } from '@/lib/analytics/eventStudy/abnormal'
import { fitModel } from '@/lib/analytics/eventStudy/model'
import { isRefusal } from '@/lib/analytics/refusal'
import { fitted } from './fitted'
import { inverse, product } from './matrix'

function expectColumn(got: ArrayLike<number>, expected: readonly number[]) {
  expect(got).toHaveLength(expected.length)
  for (const [j, value] of expected.entries()) expect(got[j]).toBeCloseTo(value, 12)
}

describe('abnormal returns by hand', () => {
  test('market model: prediction-error standard errors, with the covariance of the days in that of the CAR', () => {
    // As in model.test.ts: alpha = -3.8, beta = 2.4, s² = 4.4/3, n = 5, x̄ = 2, SSx = 10. Event days: c = 4 - 2 = 2 and 1 - 2 = -1.
    const fit = fitted('market', [-3, -2, 1, 2, 7], [0, 1, 2, 3, 4])
    const of = abnormalReturns(fit, [5, 2], [4, 1])
    const s = Math.sqrt(4.4 / 3)
    expectColumn(of.expected, [5.8, -1.4])
    expectColumn(of.ar, [-0.8, 3.4])
    const arSe = [s * Math.sqrt(1 + 1 / 5 + 4 / 10), s * Math.sqrt(1 + 1 / 5 + 1 / 10)] as const
    expectColumn(of.arSe, [...arSe])
    expectColumn(of.arT, [-0.8 / arSe[0], 3.4 / arSe[1]])
    // m = 2: 2 + 4/5 + (2 - 1)²/10.
    const carSe = [arSe[0], s * Math.sqrt(2 + 4 / 5 + 1 / 10)] as const
    expectColumn(of.car, [-0.8, 2.6])
    expectColumn(of.carSe, [...carSe])
    expectColumn(of.carT, [-0.8 / carSe[0], 2.6 / carSe[1]])
    expect(sumError(fit, 2, 1)).toBeCloseTo(carSe[1], 14)
  })

  test('market-adjusted: s √m, for nothing is estimated', () => {
    const of = abnormalReturns(fitted('market-adjusted', [1, 3, 2, 6], [0, 1, 1, 2]), [5, -1], [1, 2])
    expectColumn(of.expected, [1, 2])
    expectColumn(of.ar, [4, -3])
    expectColumn(of.arSe, [Math.SQRT2, Math.SQRT2])
    expectColumn(of.car, [4, 1])
    expectColumn(of.carSe, [Math.SQRT2, 2])
  })

  test('mean-adjusted: s √(m + m²/n), and the market is not looked at', () => {
    const of = abnormalReturns(fitted('mean-adjusted', [1, 2, 1, 4], []), [5, 1], [Number.NaN, Number.NaN])
    expectColumn(of.ar, [3, -1])
    // s² = 2, n = 4: 2 (1 + 1/4) and 2 (2 + 4/4).
    expectColumn(of.arSe, [Math.sqrt(2.5), Math.sqrt(2.5)])
    expectColumn(of.car, [3, 2])
    expectColumn(of.carSe, [Math.sqrt(2.5), Math.sqrt(6)])
  })

  test('of a missing return are missing that day, and their sum from that day on', () => {
    const of = abnormalReturns(fitted('market', [1, 3, 2, 6], [0, 1, 1, 2]), [1, Number.NaN, 3], [1, 1, 1])
    expect([...of.ar].map(Number.isNaN)).toEqual([false, true, false])
    expect([...of.car].map(Number.isNaN)).toEqual([false, true, true])
  })
})

describe('one regression with an indicator an event day (Karafiath 1988)', () => {
  const value = fc.integer({ min: -800, max: 800 }).map((n) => n / 10_000)
  const row = fc.tuple(value, value)

  /** y on [1, x, one indicator an event day]: coefficients, and their covariance matrix by the residual variance. */
  function indicatorRegression(estimation: readonly (readonly number[])[], event: readonly (readonly number[])[]) {
    const rows = [...estimation, ...event]
    const design = rows.map(([, x = 0], i) => [1, x, ...event.map((_, j) => (i === estimation.length + j ? 1 : 0))])
    const y = rows.map(([firm = 0]) => [firm])
    const transposed = (design[0] ?? []).map((_, k) => design.map((line) => line[k] ?? 0))
    const unscaled = inverse(product(transposed, design))
    const coefficients = product(unscaled, product(transposed, y)).map(([b = 0]) => b)
    const squares = design.reduce((sum, line, i) => {
      const fit = line.reduce((total, cell, k) => total + cell * (coefficients[k] ?? 0), 0)
      return sum + ((y[i]?.[0] ?? 0) - fit) ** 2
    }, 0)
    const variance = squares / (rows.length - coefficients.length)
    return { coefficients, covariance: unscaled.map((line) => line.map((cell) => cell * variance)) }
  }

  test('gives the same AR, the same SE of each, and the same SE of every CAR', () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 5, maxLength: 40 }),
        fc.array(row, { minLength: 1, maxLength: 6 }),
        (estimation, event) => {
          const side = (rows: readonly (readonly number[])[], at: 0 | 1) => rows.map((pair) => pair[at] ?? 0)
          const fit = fitModel('market', side(estimation, 0), side(estimation, 1))
          fc.pre(!isRefusal(fit) && fit.marketSquares > 1e-5 && fit.sigma > 1e-4)
          if (isRefusal(fit)) return
          const of = abnormalReturns(fit, side(event, 0), side(event, 1))
          const { coefficients, covariance } = indicatorRegression(estimation, event)
          expect(coefficients[0]).toBeCloseTo(fit.alpha, 9)
          expect(coefficients[1]).toBeCloseTo(fit.beta, 7)
          for (const [j] of event.entries()) {
            expect(Math.abs((coefficients[2 + j] ?? 0) - (of.ar[j] ?? 0))).toBeLessThan(1e-9)
            const own = covariance[2 + j]?.[2 + j] ?? Number.NaN
            expect(Math.sqrt(own) / (of.arSe[j] ?? 0)).toBeCloseTo(1, 8)
            const block = covariance.slice(2, 3 + j).flatMap((line) => line.slice(2, 3 + j))
            const ofSum = block.reduce((sum, cell) => sum + cell, 0)
            expect(Math.sqrt(ofSum) / (of.carSe[j] ?? 0)).toBeCloseTo(1, 8)
          }
        },
      ),
    )
  })
})

test('abnormal returns of the market-adjusted model are those of the market model with alpha 0 and beta 1', () => {
  const column = fc.array(fc.double({ min: -0.2, max: 0.2, noNaN: true }), { minLength: 4, maxLength: 20 })
  fc.assert(
    fc.property(column, column, (a, b) => {
      const length = Math.min(a.length, b.length)
      const [firm, market] = [a.slice(0, length), b.slice(0, length)]
      const fit = fitModel('market', firm, market)
      fc.pre(!isRefusal(fit))
      if (isRefusal(fit)) return
      const plain = abnormalReturns({ ...fit, alpha: 0, beta: 1 }, firm, market)
      const adjusted = abnormalReturns(fitted('market-adjusted', firm, market), firm, market)
      expect(adjusted.ar).toEqual(plain.ar)
      expect(adjusted.car).toEqual(plain.car)
    }),
  )
})
