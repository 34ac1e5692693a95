import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { carDifference } from '@/lib/analytics/eventStudy/difference'
import { abnormalVolume } from '@/lib/analytics/eventStudy/volume'
import type { WindowTest } from '@/lib/analytics/eventStudy/window'
import { isRefusal } from '@/lib/analytics/refusal'
import { wilsonInterval } from '@/lib/analytics/wilson'

const windowOf = (car: number, se: number, df = 100): WindowTest => ({
  ...{ sessions: 2, car, se, t: car / se, df, p: 0.5 },
  lo: car - 2 * se,
  hi: car + 2 * se,
})

describe('abnormal volume', () => {
  test('is the excess of ln(1 + V) over the estimation mean, by hand', () => {
    // ln(1 + V) is 1, 2, 3 on estimation days (mean 2, s = 1) and 4 in the window: t = 2 / √(1 + 1/3), df = 2.
    const e = (power: number) => Math.exp(power) - 1
    const found = abnormalVolume([e(1), e(2), e(3)], [e(4)])
    if (isRefusal(found)) throw new Error(found.detail)
    expect(found.excess).toBeCloseTo(2, 12)
    expect(found.t).toBeCloseTo(2 / Math.sqrt(4 / 3), 12)
    expect(found.df).toBe(2)
    expect(found.times).toBeCloseTo(Math.exp(2), 10)
    // P(|T2| ≥ t) = 1 - t / √(2 + t²).
    expect(found.p).toBeCloseTo(1 - found.t / Math.sqrt(2 + found.t ** 2), 12)
  })

  test('refuses a window whose volume is not known, and volume that never varies', () => {
    expect(abnormalVolume([1, 2, 3], [Number.NaN])).toMatchObject({ refused: 'missing-values' })
    expect(abnormalVolume([5, 5, 5, 5], [9])).toMatchObject({ refused: 'no-variation' })
    expect(abnormalVolume([Number.NaN, 2, 3], [9])).toMatchObject({ refused: 'too-few-sessions' })
  })
})

describe('the difference of two CARs', () => {
  const residuals = (f: (i: number) => number) => Float64Array.from({ length: 100 }, (_, i) => f(i))
  const [a, b] = [residuals((i) => (i % 2 === 0 ? 1 : -1)), residuals((i) => (i % 4 < 2 ? 1 : -1))]

  test('of independent residuals adds the variances: 0.03 and 0.04 give 0.05', () => {
    const found = carDifference(windowOf(0.1, 0.03), windowOf(-0.02, 0.04, 80), { a, b })
    if (isRefusal(found)) throw new Error(found.detail)
    expect(found.correlation).toBeCloseTo(0, 12)
    expect(found).toMatchObject({
      difference: expect.closeTo(0.12, 12),
      se: expect.closeTo(0.05, 12),
      df: 80,
      pairs: 100,
    })
  })

  test('of equal residuals and errors has no variance left, and is refused', () => {
    expect(carDifference(windowOf(0.1, 0.03), windowOf(0.05, 0.03), { a, b: a })).toMatchObject({
      refused: 'no-variation',
    })
    expect(
      carDifference(windowOf(0.1, 0.03), windowOf(0.05, 0.03), { a: a.subarray(0, 19), b: b.subarray(0, 19) }),
    ).toMatchObject({
      refused: 'too-few-sessions',
    })
  })

  test('turns its sign when the two change places', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.double({ min: 0.001, max: 1, noNaN: true }),
        (car, se) => {
          const [one, other] = [windowOf(car, se), windowOf(0.2, 0.1)]
          const [forth, back] = [carDifference(one, other, { a, b }), carDifference(other, one, { a: b, b: a })]
          if (isRefusal(forth) || isRefusal(back)) throw new Error('refused')
          expect(forth.difference).toBe(-back.difference)
          expect(forth.p).toBeCloseTo(back.p, 12)
        },
      ),
    )
  })
})

describe('Wilson’s interval', () => {
  test('0 of 10 reaches to 27.8 %, 10 of 10 from 72.2 % (Newcombe 1998)', () => {
    expect(wilsonInterval(0, 10)).toEqual({ lo: 0, hi: expect.closeTo(0.27753, 4) })
    expect(wilsonInterval(10, 10)).toEqual({ lo: expect.closeTo(0.72247, 4), hi: expect.closeTo(1, 12) })
    expect(wilsonInterval(81, 263)).toEqual({ lo: expect.closeTo(0.2553, 4), hi: expect.closeTo(0.3662, 4) })
  })

  test('holds the share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (trials, some) => {
        const successes = some % (trials + 1)
        const { lo, hi } = wilsonInterval(successes, trials)
        expect(lo).toBeLessThanOrEqual(successes / trials + 1e-12)
        expect(hi).toBeGreaterThanOrEqual(successes / trials - 1e-12)
        expect(lo).toBeGreaterThanOrEqual(0)
        expect(hi).toBeLessThanOrEqual(1)
      }),
    )
  })
})
