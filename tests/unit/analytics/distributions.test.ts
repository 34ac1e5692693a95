import { describe, expect, test } from 'vitest'
import {
  fairCoinTwoSided,
  normalQuantile,
  normalTwoSided,
  studentQuantile,
  studentReach,
  studentTwoSided,
} from '@/lib/analytics/distributions'

/** |got / expected - 1|, as a bound of so many digits. */
function expectRatio(got: number, expected: number, within = 1e-12) {
  expect(Math.abs(got / expected - 1), `${got} for ${expected}`).toBeLessThan(within)
}

const someT = [1e-8, 1e-6, 1e-4, 0.01, 0.5, 0.999, 1, 1.001, 3, 12.7, 40, 1e6]
const someP = [0.001, 0.025, 0.2, 0.4, 0.6, 0.8, 0.9, 0.975, 0.995]

describe("Student's t", () => {
  test('with 1 degree of freedom is Cauchy’s: p = 1 - 2 atan(t) / π', () => {
    for (const t of someT) expectRatio(studentTwoSided(t, 1), (2 / Math.PI) * Math.atan2(1, t))
    for (const p of someP) expectRatio(studentQuantile(p, 1), Math.tan(Math.PI * (p - 0.5)))
  })

  test('with 2 has p = 1 - t / √(2 + t²) = 2 / (√(2 + t²) (√(2 + t²) + t)), and its quantile in closed form', () => {
    for (const t of someT) {
      const root = Math.sqrt(2 + t * t)
      expectRatio(studentTwoSided(t, 2), 2 / (root * (root + t)))
    }
    for (const p of someP) expectRatio(studentQuantile(p, 2), (2 * p - 1) / Math.sqrt(2 * p * (1 - p)))
  })

  test('with 4 has p = 1 - sin θ (1 + cos²θ / 2), θ = atan(t / 2)', () => {
    for (const t of [1e-6, 0.01, 0.5, 1, 2, 3]) {
      const angle = Math.atan(t / 2)
      expectRatio(studentTwoSided(t, 4), 1 - Math.sin(angle) * (1 + Math.cos(angle) ** 2 / 2), 1e-11)
    }
  })

  test('is even, 1 at 0, and near 0 loses no digit to rounding: 1 - p = 2 t f(0)', () => {
    expect(studentTwoSided(0, 248)).toBe(1)
    expect(studentTwoSided(-2.5, 248)).toBe(studentTwoSided(2.5, 248))
    // f(0) with 2 degrees of freedom is 1 / √8.
    expectRatio((1 - studentTwoSided(1e-5, 2)) / 2e-5, 1 / Math.sqrt(8), 1e-9)
  })

  test('has a tail at t = 40 with 248 degrees of freedom, below the one at 39', () => {
    expect(studentTwoSided(40, 248)).toBeGreaterThan(0)
    expect(studentTwoSided(40, 248)).toBeLessThan(studentTwoSided(39, 248))
    // The integral of c (1 + u²/ν)^(-(ν + 1)/2) beyond t is below that of the same times u/t, which is c ν / ((ν - 1) t) (1 + t²/ν)^(-(ν - 1)/2).
    const logC = -0.5 * Math.log(2 * Math.PI) - 1 / (4 * 248)
    const logBound = Math.log((2 * 248) / (247 * 40)) + logC - 123.5 * Math.log(1 + 1600 / 248)
    const below = logBound - Math.log(studentTwoSided(40, 248))
    expect(below).toBeGreaterThan(0)
    expect(below).toBeLessThan(0.01)
  })

  test('quantile and p undo each other, and the reach of a band is the quantile of its tail', () => {
    for (const df of [1, 4, 30, 248])
      for (const p of someP) expectRatio(studentTwoSided(studentQuantile(p, df), df), 2 * Math.min(p, 1 - p), 1e-10)
    for (const df of [1, 2, 248]) expectRatio(studentReach(0.95, df), studentQuantile(0.975, df))
  })

  test('reaches far for a confidence just below 1, and not at all for one just above 0', () => {
    // 1 df: tan(π (0.5 - tail)) = 1 / tan(π tail), tail = 2^-54.
    expectRatio(studentReach(1 - 2 ** -53, 1), 1 / Math.tan(Math.PI * 2 ** -54))
    expect(studentReach(1e-20, 5)).toBeCloseTo(0, 15)
  })
})

describe('the normal distribution', () => {
  test('gives the values of every table', () => {
    // erfc(z / √2), to the digits of Abramowitz and Stegun, tables 26.1 and 26.2.
    expectRatio(normalTwoSided(1), 0.317310507862914)
    expectRatio(normalTwoSided(2), 0.0455002638963584)
    expectRatio(normalTwoSided(3), 0.00269979606326019)
    expectRatio(normalQuantile(0.975), 1.95996398454005)
    expect(normalTwoSided(0)).toBe(1)
    expect(normalTwoSided(-1.5)).toBe(normalTwoSided(1.5))
  })

  test('keeps its tail where 1 - Φ is all rounding, without a step where the formula changes', () => {
    // Twice the normal density over z, times 1 - 1/z² + 3/z⁴ - 15/z⁶ + 105/z⁸: the error is below the next term, 945/z¹⁰.
    for (const z of [12.9, 13, 13.000001, 14, 20, 30, 37]) {
      const mills = (1 - 1 / z ** 2 + 3 / z ** 4 - 15 / z ** 6 + 105 / z ** 8) / z
      const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
      expectRatio(normalTwoSided(z), 2 * density * mills, Math.max(1e-12, 945 / z ** 10))
    }
    expect(normalTwoSided(1e200)).toBe(0)
    expect(normalTwoSided(Number.NaN)).toBeNaN()
  })
})

describe('tosses of a fair coin', () => {
  test('count both tails', () => {
    // 6 tosses: 64 outcomes, 1 with none, 6 with one, 15 with two.
    expectRatio(fairCoinTwoSided(0, 6), 2 / 64)
    expectRatio(fairCoinTwoSided(5, 6), (2 * (1 + 6)) / 64)
    expectRatio(fairCoinTwoSided(2, 6), (2 * (1 + 6 + 15)) / 64)
    expect(fairCoinTwoSided(3, 6)).toBe(1)
    expect(fairCoinTwoSided(0, 0)).toBe(1)
    expectRatio(fairCoinTwoSided(25, 25), 2 ** -24)
  })
})
