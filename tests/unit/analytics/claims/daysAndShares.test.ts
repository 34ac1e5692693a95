import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysApart, daysVerdict } from '@/lib/analytics/claims/days'
import { sharesOf, shareVerdict, statedShares } from '@/lib/analytics/claims/share'
import { addDays } from '@/lib/market/date'
import { promisedWindow } from '@/lib/market/period'

describe('days between', () => {
  const apart = (from: string, to: string) => daysApart(promisedWindow(from), promisedWindow(to))

  test('two days are one number, a month is all that its days can give', () => {
    expect(apart('2025-08-21', '2025-09-18')).toEqual({ low: 28, high: 28 })
    expect(apart('2025-08-21', '2025-09')).toEqual({ low: 11, high: 40 })
    expect(apart('2025-09', '2025-08-21')).toEqual({ low: -40, high: -11 })
  })

  test('hold within the most that is allowed, not beyond it, and not backwards', () => {
    expect(daysVerdict({ low: 0, high: 10 }, 10)).toBe('holds')
    expect(daysVerdict({ low: 11, high: 11 }, 10)).toBe('does-not-hold')
    expect(daysVerdict({ low: -3, high: -1 }, 10)).toBe('does-not-hold')
    expect(daysVerdict({ low: 5, high: 34 }, 10)).toBe('depends-on-the-dates')
    expect(daysVerdict({ low: -5, high: 3 }, 10)).toBe('depends-on-the-dates')
  })

  test('the interval holds every pair of days in the two spans', () => {
    const span = fc.tuple(fc.nat(2_000), fc.nat(60)).map(([day, length]) => {
      const start = addDays('2024-01-01', day)
      return { start, end: addDays(start, length), length }
    })
    fc.assert(
      fc.property(span, span, fc.nat(60), fc.nat(60), (from, to, i, j) => {
        const [a, b] = [addDays(from.start, i % (from.length + 1)), addDays(to.start, j % (to.length + 1))]
        const { low, high } = daysApart(from, to)
        const { low: days } = apart(a, b)
        expect(days >= low && days <= high).toBe(true)
      }),
    )
  })
})

describe('a share of stated numbers', () => {
  const sixth = { numerator: 1, denominator: 6 }
  const of = (part: number, wholes: readonly number[]) => shareVerdict(sharesOf(part, wholes), sixth)

  test('holds, holds within rounding, or contradicts what was said', () => {
    expect(of(1, [6])).toBe('holds')
    expect(of(100_000, [600_000, 700_000])).toBe('holds-within-rounding')
    expect(of(1_000_000, [600_000, 700_000])).toBe('contradicts-itself')
  })

  test('each share is nearest to exactly one denominator', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 500 }), fc.integer({ min: 1, max: 9_999 }), (denominator, tenths) => {
        const value = 1 / (denominator - 0.5 + tenths / 10_000)
        const { low, high } = statedShares({ numerator: 1, denominator })
        expect(value > Number(low) && value < Number(high)).toBe(true)
        expect(value > Number(statedShares({ numerator: 1, denominator: denominator + 1 }).high)).toBe(true)
      }),
    )
  })

  test('a whole of zero is refused', () => {
    expect(() => sharesOf(1, [0])).toThrow('expected wholes above zero')
    expect(() => sharesOf(1, [])).toThrow('a share of nothing')
  })
})
