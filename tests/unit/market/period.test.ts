import { describe, expect, test } from 'vitest'
import { calendarQuarterLabel, milestoneState, promisedWindow } from '@/lib/market/period'

describe('windows of a promise', () => {
  test.each([
    ['2026-Q1', '2026-01-01', '2026-03-31'],
    ['2026-Q4', '2026-10-01', '2026-12-31'],
    ['2027', '2027-01-01', '2027-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2026-03', '2026-03-01', '2026-03-31'],
    ['2026-03-15', '2026-03-15', '2026-03-15'],
  ])('%s runs from %s to %s', (promised, start, end) => {
    expect(promisedWindow(promised)).toEqual({ start, end })
  })

  test.each(['2026-Q5', '2026-Q0', '2026-13', '2026-00', '26', '', '2026-02-30', 'soon', '0000', '2026-Q1 '])(
    '%j is refused by name',
    (text) => {
      expect(() => promisedWindow(text)).toThrow(`"${text}" is not a year`)
    },
  )
})

describe('where a milestone stands', () => {
  const state = (promised: string | null, shippedOn: string | null, today: string) =>
    milestoneState({ promised, shippedOn, today })

  test('promised before its window, due on both its edges, late after', () => {
    expect(state('2026-Q4', null, '2026-09-30')).toBe('promised')
    expect(state('2026-Q4', null, '2026-10-01')).toBe('due')
    expect(state('2026-Q4', null, '2026-12-31')).toBe('due')
    expect(state('2026-Q4', null, '2027-01-01')).toBe('late')
  })

  test('without a window it is unscheduled, not late', () => {
    expect(state(null, null, '2030-01-01')).toBe('unscheduled')
  })

  test('shipped from its date on, a month from its first day; before that day the promise stands', () => {
    expect(state('2026-Q1', '2026-04', '2026-04-01')).toBe('shipped')
    expect(state('2026-Q1', '2026-04-10', '2026-04-09')).toBe('late')
    expect(state(null, '2026-04-10', '2026-04-10')).toBe('shipped')
  })

  test('a bad day is refused', () => {
    expect(() => state('2026-Q1', null, '2026-04-31')).toThrow(/2026-04-31/)
  })
})

describe('labels of calendar quarters', () => {
  test('the day a quarter ends names it', () => {
    const ends = ['2025-03-31', '2025-06-30', '2025-09-30', '2025-12-31']
    expect(ends.map(calendarQuarterLabel)).toEqual(['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'])
  })

  test.each(['2025-06-29', '2025-07-31', '2025-07-27', '2025-06-31'])('%s ends no calendar quarter', (end) => {
    expect(() => calendarQuarterLabel(end)).toThrow(end)
  })
})
