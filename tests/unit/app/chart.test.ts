import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clusterMarks, clusterText } from '@/app/_ui/chart/clusters'
import { isAscending, unionOfSessions, valueAt } from '@/app/_ui/chart/timeline'
import { indexAtOrAfter } from '@/lib/market/dateIndex'

const marks = fc
  .array(fc.integer({ min: 0, max: 600 }), { maxLength: 40 })
  .map((places) => places.sort((a, b) => a - b).map((x, index) => ({ number: index + 1, x })))

describe('marks on a chart', () => {
  test('none is lost, and their order stays', () => {
    fc.assert(
      fc.property(marks, (all) => {
        expect(clusterMarks(all, 600).flatMap(({ numbers }) => numbers)).toEqual(all.map(({ number }) => number))
      }),
    )
  })

  test('no two pills overlap', () => {
    fc.assert(
      fc.property(marks, (all) => {
        const places = clusterMarks(all, 600)
        places.forEach(({ x }, index) => {
          const before = places[index - 1]
          if (before) expect(x - before.x).toBeGreaterThanOrEqual(20)
        })
      }),
    )
  })

  test('marks far apart stay single, marks close together name their range', () => {
    const places = clusterMarks(
      [
        { number: 1, x: 30 },
        { number: 2, x: 200 },
        { number: 3, x: 205 },
        { number: 4, x: 210 },
      ],
      400,
    )
    expect(places.map(({ numbers }) => clusterText(numbers))).toEqual(['1', '2–4'])
  })
})

describe('the time axis', () => {
  test('joins the sessions of exchanges with different holidays', () => {
    expect(
      unionOfSessions([
        ['2025-10-01', '2025-10-09'],
        ['2025-10-01', '2025-10-02'],
      ]),
    ).toEqual(['2025-10-01', '2025-10-02', '2025-10-09'])
  })

  test('a value is the last one at or before a date, with its own session', () => {
    const session = ['2025-01-02', '2025-01-03', '2025-01-06']
    expect(valueAt(session, [1, 2, 3], '2025-01-05')).toEqual({ session: '2025-01-03', value: 2 })
    expect(valueAt(session, [1, 2, 3], '2025-01-06')).toEqual({ session: '2025-01-06', value: 3 })
    expect(valueAt(session, [1, 2, 3], '2024-12-31')).toBeNull()
    expect(indexAtOrAfter(session, '2025-01-04')).toBe(2)
    expect(indexAtOrAfter(session, '2025-02-01')).toBe(3)
  })

  test('unsorted or repeated sessions are noticed', () => {
    expect(isAscending(['2025-01-02', '2025-01-03'])).toBe(true)
    expect(isAscending(['2025-01-03', '2025-01-02'])).toBe(false)
    expect(isAscending(['2025-01-03', '2025-01-03'])).toBe(false)
  })
})
