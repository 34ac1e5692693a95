import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignSessions } from '@/lib/analytics/align'
import { finite, finites } from '@/lib/analytics/edge'
import { asSimple, returnsOf } from '@/lib/analytics/returns'
import { addDays } from '@/lib/market/date'

describe('returns', () => {
  test('simple ones are differences over the price before, log ones their logarithm', () => {
    expect([...returnsOf([4, 5, 4], 'simple')]).toEqual([0.25, -0.19999999999999996])
    expect([...returnsOf([1, Math.E, Math.E], 'log')]).toEqual([1, 0])
  })

  test('are one fewer than prices, and none of fewer than two', () => {
    expect(returnsOf([], 'log')).toHaveLength(0)
    expect(returnsOf([5], 'log')).toHaveLength(0)
  })

  test('name the price that is not above zero', () => {
    expect(() => returnsOf([1, 0], 'log')).toThrow('the price at index 1 is 0, expected one above zero')
    expect(() => returnsOf([-1], 'simple')).toThrow('index 0')
    expect(() => returnsOf([1, Number.NaN, 1], 'simple')).toThrow('index 1')
  })

  test('a log return is the simple one of the same two prices', () => {
    const price = fc.double({ min: 0.01, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(price, price, (from, to) => {
        const [log = 0] = returnsOf([from, to], 'log')
        const [simple = 0] = returnsOf([from, to], 'simple')
        expect(Math.abs(asSimple(log, 'log') - simple)).toBeLessThan(1e-12 * (1 + simple))
        expect(asSimple(simple, 'simple')).toBe(simple)
      }),
    )
  })
})

describe('alignment', () => {
  const dates = fc
    .uniqueArray(fc.nat({ max: 60 }), { maxLength: 40 })
    .map((days) => days.sort((a, b) => a - b).map((day) => addDays('2025-01-01', day)))

  test('keeps the dates that both have, with the place of each in both', () => {
    expect(
      alignSessions(['2025-01-02', '2025-01-03', '2025-01-06'], ['2025-01-03', '2025-01-04', '2025-01-06']),
    ).toEqual({ session: ['2025-01-03', '2025-01-06'], first: [1, 2], second: [0, 2] })
  })

  test('is the intersection of sets, and the same from either side', () => {
    fc.assert(
      fc.property(dates, dates, (a, b) => {
        const { session, first, second } = alignSessions(a, b)
        expect(session).toEqual(a.filter((date) => b.includes(date)))
        expect(first.map((i) => a[i])).toEqual(session)
        expect(second.map((i) => b[i])).toEqual(session)
        expect(alignSessions(b, a)).toEqual({ session, first: second, second: first })
      }),
    )
  })

  test('names dates out of order or twice', () => {
    expect(() => alignSessions(['2025-01-03', '2025-01-02'], [])).toThrow('2025-01-02 follows 2025-01-03')
    expect(() => alignSessions([], ['2025-01-03', '2025-01-03'])).toThrow(RangeError)
  })
})

test('what leaves analytics is finite or null', () => {
  expect([1, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].map(finite)).toEqual([1, null, null, null])
  expect(finites(Float64Array.of(-0.5, Number.NaN))).toEqual([-0.5, null])
})
