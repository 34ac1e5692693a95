import { describe, expect, test } from 'vitest'
import { daysLeftOf } from '@/app/_data/roadmap'
import { placed, placeOf, roadmapAxis } from '@/app/(site)/roadmap/axis'
import { daysPastWindow } from '@/lib/market/period'

const milestone = {
  window: { start: '2026-01-01', end: '2026-03-31' },
  state: 'late' as const,
  daysLate: 56,
  shippedOn: null,
  announced: { event: 'e', title: '', titleZh: '', date: '2025-09-18' },
}

describe('the axis of the roadmap', () => {
  test('spans whole quarters around everything on it, today too', () => {
    const axis = roadmapAxis([milestone], '2027-05-26')
    expect([axis.from, axis.end]).toEqual(['2025-07-01', '2027-07-01'])
    expect(axis.years.map(({ year }) => year)).toEqual(['2025', '2026', '2027'])
    expect(axis.years.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(1, 12)
    expect(axis.quarters).toHaveLength(7)
    expect(axis.quarters).toContain(axis.years[1]?.left)
  })

  test('places days by their number, leap days counted', () => {
    const axis = roadmapAxis([{ ...milestone, window: { start: '2028-01-01', end: '2028-12-31' } }], '2028-01-01')
    expect(placeOf(axis, axis.from)).toBe(0)
    expect(placeOf(axis, axis.end)).toBe(1)
    expect(placeOf(axis, '2028-03-01') - placeOf(axis, '2028-02-28')).toBeCloseTo(2 / 1280, 12)
  })

  test('of one day is the quarter of that day', () => {
    const axis = roadmapAxis([], '2026-11-24')
    expect([axis.from, axis.end, axis.quarters]).toEqual(['2026-10-01', '2027-01-01', []])
  })
})

describe('a milestone on it', () => {
  test('runs past its window up to today, that day included, while it has not shipped', () => {
    const [axis, today] = [roadmapAxis([milestone], '2026-05-26'), '2026-05-26']
    const { window, overrun, shipped, announced } = placed(milestone, axis, today)
    expect(window?.left).toBeCloseTo(placeOf(axis, '2026-01-01'), 12)
    expect((window?.left ?? 0) + (window?.width ?? 0)).toBeCloseTo(overrun?.left ?? 0, 12)
    expect((overrun?.left ?? 0) + (overrun?.width ?? 0)).toBeCloseTo(placeOf(axis, '2026-05-27'), 12)
    expect([shipped, announced]).toEqual([null, placeOf(axis, '2025-09-18')])
  })

  test('runs up to the day it shipped, and of a month to its first', () => {
    const late = { ...milestone, state: 'shipped' as const, daysLate: 31, shippedOn: '2026-05' }
    const axis = roadmapAxis([late], '2026-11-24')
    const { overrun, shipped } = placed(late, axis, '2026-11-24')
    expect(shipped).toBe(placeOf(axis, '2026-05-01'))
    expect((overrun?.left ?? 0) + (overrun?.width ?? 0)).toBeCloseTo(placeOf(axis, '2026-05-02'), 12)
  })

  test('without a window has no bar', () => {
    const without = { ...milestone, window: null, daysLate: null, announced: null }
    const axis = roadmapAxis([without], '2026-11-24')
    expect(placed(without, axis, '2026-11-24')).toEqual({ window: null, overrun: null, shipped: null, announced: null })
  })
})

describe('how late it is', () => {
  const late = (promised: string | null, today: string, shippedOn: string | null = null) =>
    daysPastWindow({ promised, shippedOn, today })

  test('counts from the last day of the window', () => {
    expect(late('2026-Q1', '2026-03-31')).toBeNull()
    expect(late('2026-Q1', '2026-04-01')).toBe(1)
    expect(late('2026-Q1', '2026-05-26')).toBe(56)
    expect(late('2027', '2026-05-26')).toBeNull()
    expect(late(null, '2026-05-26')).toBeNull()
  })

  test('stops at the day it shipped, once that has come', () => {
    expect(late('2026-Q1', '2026-11-24', '2026-04-10')).toBe(10)
    expect(late('2026-Q1', '2026-11-24', '2026-03-31')).toBeNull()
    expect(late('2026-Q1', '2026-04-05', '2026-04-10')).toBe(5)
  })

  test('and how long it still has, is told of the next edge of its window', () => {
    const window = { start: '2026-10-01', end: '2026-12-31' }
    expect(daysLeftOf({ state: 'promised', window }, '2026-09-30')).toBe(1)
    expect(daysLeftOf({ state: 'due', window }, '2026-12-31')).toBe(0)
    expect(daysLeftOf({ state: 'late', window }, '2027-01-01')).toBeNull()
    expect(daysLeftOf({ state: 'unscheduled', window: null }, '2027-01-01')).toBeNull()
  })
})
