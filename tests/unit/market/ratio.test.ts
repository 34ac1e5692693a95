import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ratioFromDecimals } from '@/lib/market/ratio'

describe('split ratios in whole numbers', () => {
  test.each<[number | string, number | string, number, number]>([
    [1.49, 1, 149, 100],
    ['1.49', '1', 149, 100],
    [10, 1, 10, 1],
    [3, 2, 3, 2],
    [6, 4, 3, 2],
    [1, 10, 1, 10],
    ['1.0', '0.50', 2, 1],
    [10_453, 10_000, 10_453, 10_000],
    [1e-3, 1, 1, 1000],
  ])('%s for %s is %s/%s', (after, before, numerator, denominator) => {
    expect(ratioFromDecimals(after, before)).toEqual({ numerator, denominator })
  })

  test.each<[number | string, number | string]>([
    [0, 1],
    [1, 0],
    [-2, 1],
    [Number.NaN, 1],
    [Number.POSITIVE_INFINITY, 1],
    ['', 1],
    ['10:1', 1],
    [1, 'one'],
    [0.1 + 0.2, 1],
    ['3000000000', 1],
  ])('%s for %s is refused', (after, before) => {
    expect(() => ratioFromDecimals(after, before)).toThrow(RangeError)
  })

  test('the error names the side and what came', () => {
    expect(() => ratioFromDecimals(1, '10:1')).toThrow('the denominator of a split ratio is "10:1"')
  })

  test('the result is in lowest terms and the same number', () => {
    const whole = fc.integer({ min: 1, max: 100_000 })
    const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))
    fc.assert(
      fc.property(whole, whole, (after, before) => {
        const { numerator, denominator } = ratioFromDecimals(after, before)
        expect(gcd(numerator, denominator)).toBe(1)
        expect(numerator * before).toBe(denominator * after)
      }),
    )
  })
})
