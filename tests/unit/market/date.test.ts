import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dateOfEpochDay, daysBetween, daysInMonth, epochDay, isTradingDate, weekday } from '@/lib/market/date'

const days = fc.integer({ min: -719_162, max: 2_932_896 })

describe('trading dates', () => {
  test.each(['2024-02-29', '2000-02-29', '2025-12-31', '0001-01-01', '9999-12-31'])('%s is a date', (text) => {
    expect(isTradingDate(text)).toBe(true)
  })

  test.each(['2025-02-29', '1900-02-29', '2025-04-31', '2025-13-01', '2025-00-10', '2025-01-00', '0000-01-01'])(
    '%s is in no calendar',
    (text) => {
      expect(isTradingDate(text)).toBe(false)
    },
  )

  test.each(['', '2025-1-2', '20250102', '2025-01-02T00:00Z', ' 2025-01-02', '2025-01-02\n', '２０２５-01-02'])(
    '%j is not written as a date',
    (text) => {
      expect(isTradingDate(text)).toBe(false)
    },
  )

  test('a bad date is named in the error', () => {
    expect(() => addDays('2025-02-30', 1)).toThrow(/"2025-02-30" is not a calendar date/)
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError)
    expect(() => addDays('2025-01-01', 0.5)).toThrow(/whole number/)
  })

  test('days of the week that everybody knows', () => {
    expect(weekday('1970-01-01')).toBe(4)
    expect(weekday('2000-01-01')).toBe(6)
    expect(weekday('2025-08-28')).toBe(4)
    expect(weekday('2026-02-16')).toBe(1)
    expect(weekday('2026-02-15')).toBe(7)
  })

  test('months end where they end', () => {
    expect([2024, 2025, 2000, 1900].map((year) => daysInMonth(year, 2))).toEqual([29, 28, 29, 28])
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2025-02-28', 1)).toBe('2025-03-01')
    expect(addDays('2025-01-01', -1)).toBe('2024-12-31')
    expect(daysBetween('2025-01-01', '2026-01-01')).toBe(365)
  })

  test('agrees with the UTC calendar of the platform on every day', () => {
    fc.assert(
      fc.property(days, (day) => {
        const platform = new Date(0)
        platform.setUTCDate(1 + day)
        const date = dateOfEpochDay(day)
        expect(date).toBe(platform.toISOString().slice(0, 10))
        expect(epochDay(date)).toBe(day)
        expect(weekday(date) % 7).toBe(platform.getUTCDay())
        expect(isTradingDate(date)).toBe(true)
      }),
    )
  })

  test('adding and counting days undo each other, and dates sort as texts', () => {
    const near = fc.integer({ min: -200_000, max: 200_000 })
    fc.assert(
      fc.property(near, near, (start, n) => {
        const date = dateOfEpochDay(start)
        const later = addDays(date, n)
        expect(daysBetween(date, later)).toBe(n)
        expect(later > date).toBe(n > 0)
      }),
    )
  })
})
