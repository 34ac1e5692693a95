import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exponentialMovingAverage, simpleMovingAverage } from '@/lib/analytics/indicators/average'
import { relativeStrengthIndex } from '@/lib/analytics/indicators/relativeStrengthIndex'
import { longColumn, relativeError, somePrices, someWindow, twoPass } from './columns'

const listed = (column: Float64Array) => [...column].map((value) => (Number.isNaN(value) ? null : value))

describe('the simple moving average', () => {
  test('is the mean of the last values, once there are enough', () => {
    expect(listed(simpleMovingAverage([1, 2, 3, 4, 8], 3))).toEqual([null, null, 2, 3, 5])
    expect(listed(simpleMovingAverage([5, 7], 1))).toEqual([5, 7])
    expect(listed(simpleMovingAverage([5, 7], 3))).toEqual([null, null])
    expect(listed(simpleMovingAverage([], 3))).toEqual([])
  })

  test('is that of each window alone, whatever the prices', () => {
    fc.assert(
      fc.property(somePrices(), someWindow, (prices, window) => {
        const out = simpleMovingAverage(prices, window)
        expect(out).toHaveLength(prices.length)
        for (const [i, value] of out.entries()) {
          if (i < window - 1) expect(value).toBeNaN()
          else expect(value).toBeCloseTo(twoPass.mean(prices.slice(i - window + 1, i + 1)), 9)
        }
      }),
    )
  })

  test('keeps its digits over a million points, also after one that was huge', () => {
    const values = longColumn(1e6)
    values[990_000] = 1e15
    const out = simpleMovingAverage(values, 20)
    for (const i of [19, 500_000, 999_999]) {
      expect(relativeError(out[i], twoPass.mean(values.slice(i - 19, i + 1)))).toBeLessThan(1e-12)
    }
  })
})

describe('the exponential moving average', () => {
  test('begins with the first simple average and goes on with k = 2 / (window + 1)', () => {
    expect(listed(exponentialMovingAverage([1, 2, 3, 8, 5.25], 3))).toEqual([null, null, 2, 5, 5.125])
    expect(listed(exponentialMovingAverage([1, 2], 3))).toEqual([null, null])
  })

  test('of a constant is that constant, and it never leaves the range of the values', () => {
    fc.assert(
      fc.property(somePrices(), someWindow, (prices, window) => {
        const [low, high] = [Math.min(...prices), Math.max(...prices)]
        for (const value of exponentialMovingAverage(prices, window).slice(window - 1)) {
          expect(value).toBeGreaterThanOrEqual(low * (1 - 1e-12))
          expect(value).toBeLessThanOrEqual(high * (1 + 1e-12))
        }
        for (const value of exponentialMovingAverage(prices.fill(7), window).slice(window - 1))
          expect(value).toBeCloseTo(7, 12)
      }),
    )
  })

  test('after a million points is the weighted mean of the last ones', () => {
    const values = longColumn(1e6)
    const k = 2 / 21
    let expected = 0
    for (let back = 600; back >= 0; back--) expected += k * (1 - k) ** back * ((values[999_999 - back] ?? 0) - 1e6)
    expect(relativeError(exponentialMovingAverage(values, 20)[999_999], 1e6 + expected)).toBeLessThan(1e-12)
  })
})

describe('the relative strength index', () => {
  test('begins with the means of the first changes and goes on by Wilder’s smoothing', () => {
    // Gains 1 and 0, losses 0 and 1: 50. Then a gain of 1: G = (0.5 + 1) / 2, L = 0.5 / 2.
    expect(listed(relativeStrengthIndex([10, 11, 10, 11], 2))).toEqual([null, null, 50, 75])
    expect(listed(relativeStrengthIndex([1, 2, 3], 2))).toEqual([null, null, 100])
    expect(listed(relativeStrengthIndex([3, 2, 1], 2))).toEqual([null, null, 0])
  })

  test('does not exist while nothing has changed, nor before there are enough changes', () => {
    expect(listed(relativeStrengthIndex([4, 4, 4, 5], 2))).toEqual([null, null, null, 100])
    expect(listed(relativeStrengthIndex([4, 5], 2))).toEqual([null, null])
  })

  test('lies in 0 to 100, does not see the scale of prices, and of the mirrored series is the rest to 100', () => {
    fc.assert(
      fc.property(somePrices(), someWindow, (prices, window) => {
        const out = relativeStrengthIndex(prices, window)
        const doubled = relativeStrengthIndex(
          prices.map((price) => price * 2),
          window,
        )
        const mirrored = relativeStrengthIndex(
          prices.map((price) => -price),
          window,
        )
        for (const [i, value] of out.entries()) {
          if (Number.isNaN(value)) continue
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(100)
          expect(doubled[i]).toBeCloseTo(value, 9)
          expect(mirrored[i]).toBeCloseTo(100 - value, 9)
        }
      }),
    )
  })

  test('after a million points is the weighted mean of the last changes', () => {
    const values = longColumn(1e6)
    let [gain, loss] = [0, 0]
    for (let back = 800; back >= 0; back--) {
      const change = (values[999_999 - back] ?? 0) - (values[999_998 - back] ?? 0)
      const weight = (13 / 14) ** back / 14
      if (change > 0) gain += weight * change
      else loss -= weight * change
    }
    expect(relativeError(relativeStrengthIndex(values, 14)[999_999], (100 * gain) / (gain + loss))).toBeLessThan(1e-9)
  })
})

test.each([
  ['simpleMovingAverage', simpleMovingAverage],
  ['exponentialMovingAverage', exponentialMovingAverage],
  ['relativeStrengthIndex', relativeStrengthIndex],
])('%s names a bad window and a value that is none', (_name, indicator) => {
  for (const window of [0, -1, 2.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => indicator([1, 2, 3], window)).toThrow(`window: expected a whole number of at least 1, got ${window}`)
  }
  for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY]) {
    const values = [1, 2, 3, 4, wrong, 6, 7, 8]
    expect(() => indicator(values, 2)).toThrow(new RangeError(`values[4]: expected a finite number, got ${wrong}`))
  }
})
