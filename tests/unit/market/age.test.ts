import { describe, expect, test } from 'vitest'
import { calendarWarning, seriesAge } from '@/lib/market/age'
import type { Mic } from '@/lib/market/exchange'

const age = (mic: Mic, lastSession: string | null, now: string, delayMinutes = 30) =>
  seriesAge({ mic, lastSession, now: new Date(now), delayMinutes })

describe('the age of a series in market time', () => {
  test('Friday’s close is fresh on Saturday, on Sunday, and on Monday until its session is due', () => {
    for (const now of ['2025-08-30T03:00:00Z', '2025-08-31T12:00:00Z', '2025-09-01T07:29:59Z']) {
      expect(age('XSHG', '2025-08-29', now)).toEqual({ state: 'fresh', sessionsBehind: 0, lastDue: '2025-08-29' })
    }
    expect(age('XSHG', '2025-08-29', '2025-09-01T07:30:00Z')).toEqual({
      state: 'behind',
      sessionsBehind: 1,
      lastDue: '2025-09-01',
    })
  })

  test('a week of holidays ages nothing', () => {
    expect(age('XSHG', '2026-02-13', '2026-02-24T02:00:00Z').state).toBe('fresh')
    expect(age('XNYS', '2025-08-29', '2025-09-02T12:00:00Z').state).toBe('fresh')
  })

  test('each missing session counts one', () => {
    expect(age('XNYS', '2025-06-30', '2025-07-08T21:00:00Z').sessionsBehind).toBe(5)
    // July 7, August 21, September 22 less the 25th, October 22 less five, November 15.
    expect(age('XSHG', '2026-07-22', '2026-11-20T12:00:00Z').sessionsBehind).toBe(7 + 21 + 21 + 17 + 15)
  })

  test('today’s bar before its close is not behind the times', () => {
    expect(age('XNYS', '2025-06-10', '2025-06-10T15:00:00Z').state).toBe('fresh')
  })

  test('a series without a session, or from before the calendar, is behind by a number not known', () => {
    const expected = { state: 'behind', sessionsBehind: null, lastDue: '2025-06-09' }
    expect(age('XNYS', null, '2025-06-10T15:00:00Z')).toEqual(expected)
    expect(age('XNYS', '2014-05-16', '2025-06-10T15:00:00Z')).toEqual(expected)
    // 2019 after 16 May 158, then 253, 252, 251, 250, 252, and 108 in 2025 to 9 June.
    expect(age('XNYS', '2019-05-16', '2025-06-10T15:00:00Z').sessionsBehind).toBe(1524)
  })

  test('beyond the calendar the age is unknown, and nothing is thrown', () => {
    expect(age('XSHG', '2026-12-31', '2027-01-04T09:00:00Z')).toEqual({
      state: 'unknown',
      sessionsBehind: null,
      lastDue: null,
    })
    expect(age('XSHG', null, '2027-01-04T09:00:00Z').state).toBe('unknown')
  })

  test('other errors are not taken for an unknown age', () => {
    expect(() => age('XSHG', '2026-12-31', 'nonsense')).toThrow(RangeError)
  })
})

describe('the warning before a calendar ends', () => {
  const warning = (mic: Mic, now: string) => calendarWarning(mic, new Date(now))

  test('begins 60 days before, on the date of the exchange', () => {
    expect(warning('XSHG', '2026-10-31T15:59:00Z')).toBeNull()
    expect(warning('XSHG', '2026-10-31T16:00:00Z')).toEqual({ knownUntil: '2026-12-31', daysLeft: 60 })
    expect(warning('XNYS', '2026-11-20T12:00:00Z')).toBeNull()
  })

  test('stays after the end, with the days it is past', () => {
    expect(warning('XHKG', '2026-12-31T03:00:00Z')?.daysLeft).toBe(0)
    expect(warning('XHKG', '2027-01-10T03:00:00Z')?.daysLeft).toBe(-10)
  })
})
