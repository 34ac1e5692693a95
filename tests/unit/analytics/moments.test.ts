import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { correlation, mean, sampleDeviation } from '@/lib/analytics/moments'

describe('moments', () => {
  test('of a few numbers', () => {
    expect(mean([1, 2, 6])).toBe(3)
    expect(sampleDeviation([1, 2, 6])).toBeCloseTo(Math.sqrt(7), 12)
    expect(correlation([1, 2, 3], [2, 4, 6])).toBeCloseTo(1, 12)
    expect([mean([]), sampleDeviation([1]), correlation([1], [1])]).toEqual([Number.NaN, Number.NaN, Number.NaN])
  })

  test('of equal numbers are exactly that number, 0, and no correlation', () => {
    const anyNumber = fc.double({ min: -1e9, max: 1e9, noNaN: true })
    fc.assert(
      fc.property(anyNumber, fc.integer({ min: 2, max: 40 }), (value, count) => {
        const equal = new Array<number>(count).fill(value)
        expect(mean(equal)).toBe(value === 0 ? 0 : value)
        expect(sampleDeviation(equal)).toBe(0)
        expect(correlation(equal, [...equal.keys()])).toBeNaN()
      }),
    )
  })
})
