import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { abnormalReturns } from '@/lib/analytics/eventStudy/abnormal'
import { buyAndHold } from '@/lib/analytics/eventStudy/buyAndHold'
import { windowLayout } from '@/lib/analytics/eventStudy/layout'
import { minimumDetectable, windowTest } from '@/lib/analytics/eventStudy/window'
import { isRefusal } from '@/lib/analytics/refusal'
import { fitted } from './fitted'

/** The quantile of Student's t with 2 degrees of freedom in closed form. */
const quantile2 = (p: number) => (2 * p - 1) / Math.sqrt(2 * p * (1 - p))

describe('the test of one window', () => {
  test('by hand, with 2 degrees of freedom in closed form', () => {
    // Firm 1, 2, 3: mean 2, s = 1, n = 3. AR of 4 is 2, SE² = 1 + 1/3, t = 2 / √(4/3) = √3, p = 1 - √3 / √(2 + 3).
    const test = windowTest(fitted('mean-adjusted', [1, 2, 3], []), [4], [])
    if (isRefusal(test)) throw new Error(test.detail)
    expect(test).toMatchObject({ sessions: 1, car: 2, df: 2 })
    expect(test.t).toBeCloseTo(Math.sqrt(3), 14)
    expect(test.p).toBeCloseTo(1 - Math.sqrt(3 / 5), 14)
    const reach = quantile2(0.975) * Math.sqrt(4 / 3)
    expect(test.lo).toBeCloseTo(2 - reach, 12)
    expect(test.hi).toBeCloseTo(2 + reach, 12)
  })

  test('says what the last day of the cumulated columns says', () => {
    const column = (seed: number, length: number) => Array.from({ length }, (_, i) => Math.sin(seed + i * i) / 50)
    const fit = fitted('market', column(1, 30), column(2, 30))
    const [firm, market] = [column(3, 7), column(4, 7)]
    const of = abnormalReturns(fit, firm, market)
    expect(windowTest(fit, firm, market)).toMatchObject({
      car: expect.closeTo(of.car[6] ?? 0, 14),
      se: expect.closeTo(of.carSe[6] ?? 0, 14),
      t: expect.closeTo(of.carT[6] ?? 0, 10),
    })
  })

  test('is refused with a missing return and without variation, and an empty window is no window', () => {
    const fit = fitted('market', [1, 3, 2, 6], [0, 1, 1, 2])
    expect(windowTest(fit, [1, Number.NaN], [1, 1])).toMatchObject({ refused: 'missing-values' })
    expect(windowTest(fit, [1, 1], [1, Number.NaN])).toMatchObject({ refused: 'missing-values' })
    expect(windowTest(fitted('mean-adjusted', [2, 2, 2], []), [4], [])).toMatchObject({ refused: 'no-variation' })
    expect(() => windowTest(fit, [], [])).toThrow('the window is empty')
  })

  test('could have seen the sum of two quantiles times its standard error', () => {
    expect(minimumDetectable({ se: 3, df: 2 })).toBeCloseTo(3 * (quantile2(0.975) + quantile2(0.8)), 12)
    expect(minimumDetectable({ se: 1, df: 2 }, 0.1, 0.9)).toBeCloseTo(quantile2(0.95) + quantile2(0.9), 12)
  })
})

describe('buy and hold', () => {
  test('compounds: 10 % twice is 21 %, against 5 % and nothing', () => {
    const expected = [0.1 - 0.05, 0.21 - 0.05]
    const simple = buyAndHold([0.1, 0.1], [0.05, 0], 'simple')
    const log = buyAndHold([Math.log(1.1), Math.log(1.1)], [Math.log(1.05), 0], 'log')
    for (const [j, value] of expected.entries()) {
      expect(simple[j]).toBeCloseTo(value, 14)
      expect(log[j]).toBeCloseTo(value, 14)
    }
  })

  test('is missing from the first missing return on', () => {
    expect([...buyAndHold([0.1, Number.NaN, 0], [0, 0, 0], 'simple')].map(Number.isNaN)).toEqual([false, true, true])
    expect([...buyAndHold([0, 0], [Number.NaN, 0], 'log')].map(Number.isNaN)).toEqual([true, true])
  })
})

describe('where the windows lie', () => {
  test('by hand: day 0 at 10 of 20 returns, window -2 to +3, gap 4, estimation 3', () => {
    expect(windowLayout(20, 10, { pre: 2, post: 3, gap: 4, estimation: 3 })).toEqual({
      estimation: { from: 1, to: 4 },
      event: { from: 8, to: 14 },
    })
  })

  test('refuses an event window that leaves the returns, with what there is', () => {
    const lengths = { pre: 2, post: 3, gap: 0, estimation: 5 }
    expect(windowLayout(20, 1, lengths)).toEqual({
      refused: 'before-the-data',
      detail: '1 returns come before day 0, the event window needs 2',
    })
    expect(windowLayout(20, 17, lengths)).toEqual({
      refused: 'past-the-data',
      detail: '2 returns come after day 0, the event window needs 3',
    })
    expect(windowLayout(20, -1, { ...lengths, pre: 0 })).toEqual({
      refused: 'before-the-data',
      detail: 'day 0 is the first session, which has no return',
    })
    expect(isRefusal(windowLayout(20, 16, lengths))).toBe(false)
    expect(isRefusal(windowLayout(20, 2, lengths))).toBe(false)
  })

  test('exactly gap returns between the two, day 0 in its place, and an estimation window as long as asked or beginning with the returns', () => {
    const small = fc.nat({ max: 30 })
    fc.assert(
      fc.property(small, small, small, small, small, small, (zero, returns, pre, post, gap, estimation) => {
        const layout = windowLayout(returns, zero, { pre, post, gap, estimation })
        if (isRefusal(layout)) {
          expect(zero - pre < 0 || zero + post >= returns).toBe(true)
          return
        }
        const { estimation: before, event } = layout
        expect([event.from + pre, event.to - post - 1]).toEqual([zero, zero])
        expect(event.to).toBeLessThanOrEqual(returns)
        const length = before.to - before.from
        if (length > 0) expect(event.from - before.to).toBe(gap)
        if (length !== estimation) expect(before.from).toBe(0)
        expect(length).toBe(Math.min(estimation, Math.max(0, event.from - gap)))
      }),
    )
  })
})
