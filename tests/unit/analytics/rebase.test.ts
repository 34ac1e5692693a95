import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rebased } from '@/lib/analytics/rebase'
import { indexAtOrBefore, indexBefore } from '@/lib/market/dateIndex'

describe('rebasing', () => {
  test('makes the base 100 and keeps every ratio', () => {
    expect(rebased([50, 100, 75], 0)).toEqual([100, 200, 150])
    expect(rebased([50, 100, 75], 1)).toEqual([50, 100, 75])
    expect(rebased([3, 1, 2], 0)).toEqual([100, 33.333333, 66.666667])
  })

  test('refuses a base that is not there or not above zero, and says which', () => {
    expect(() => rebased([1, 2], 2)).toThrow('index 2 of 2')
    expect(() => rebased([1, 2], -1)).toThrow(RangeError)
    expect(() => rebased([0, 2], 0)).toThrow('got 0')
    expect(() => rebased([Number.NaN], 0)).toThrow(RangeError)
  })

  test('the ratio of two rebased values is that of the values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1, max: 1000, noNaN: true }), { minLength: 2, maxLength: 20 }),
        fc.nat(),
        (values, at) => {
          const base = at % values.length
          const out = rebased(values, base)
          expect(out[base]).toBe(100)
          for (const [i, value] of values.entries()) {
            expect(out[i]).toBeCloseTo((100 * value) / (values[base] ?? 0), 5)
          }
        },
      ),
    )
  })
})

describe('the base session', () => {
  const dates = ['2025-01-02', '2025-01-03', '2025-01-06']

  test('is the last one at or before a date', () => {
    expect(indexAtOrBefore(dates, '2025-01-03')).toBe(1)
    expect(indexAtOrBefore(dates, '2025-01-05')).toBe(1)
    expect(indexAtOrBefore(dates, '2026-01-01')).toBe(2)
    expect(indexAtOrBefore(dates, '2025-01-01')).toBe(-1)
    expect(indexAtOrBefore([], '2025-01-01')).toBe(-1)
  })

  test('before day 0 is never day 0 itself', () => {
    expect(indexBefore(dates, '2025-01-03')).toBe(0)
    expect(indexBefore(dates, '2025-01-05')).toBe(1)
    expect(indexBefore(dates, '2025-01-02')).toBe(-1)
  })
})
