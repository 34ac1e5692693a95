import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isTradingDate, weekday } from '@/lib/market/date'
import { calendarOf, exchangeOf, isMic, type Mic, mics } from '@/lib/market/exchange'
import { closureReason, isSession, sessionClose, sessionOpen, sessionsBetween } from '@/lib/market/sessions'
import { localTime } from '@/lib/market/zone'

/**
 * Counted by hand: weekdays of the year less the closures announced for it. 2015 to 2023 agree with the holidays package
 * for Python (0.105), in Hong Kong but for the eight days lost to weather, which it does not know.
 */
const sessionsOfYear: Record<Mic, readonly number[]> = {
  XSHG: [244, 244, 244, 243, 244, 243, 243, 242, 242, 242, 243, 242],
  XHKG: [247, 245, 246, 246, 246, 248, 247, 246, 243, 246, 246, 247],
  XNYS: [252, 252, 251, 251, 252, 253, 252, 251, 250, 252, 250, 251, 251, 251],
  XNAS: [252, 252, 251, 251, 252, 253, 252, 251, 250, 252, 250, 251, 251, 251],
}

const prices = new URL('../../../../shared/prices/', import.meta.url)
const series: [Mic, string][] = [
  ['XSHG', '000300.SS'],
  ['XSHG', '688256.SS'],
  ['XHKG', '0700.HK'],
  ['XNYS', 'GSPC'],
  ['XNYS', 'BABA'],
  ['XNAS', 'IXIC'],
  ['XNAS', 'NVDA'],
]

describe.each(mics)('the calendar of %s', (mic) => {
  const { knownFrom, knownUntil } = exchangeOf(mic)
  const years = Object.entries(calendarOf(mic).years)

  test('has the number of sessions counted by hand in every year', () => {
    const counted = years.map(([year]) => sessionsBetween(mic, `${year}-01-01`, `${year}-12-31`).length)
    expect(years[0]?.[0]).toBe('2015')
    expect(counted).toEqual(sessionsOfYear[mic])
  })

  test('speaks of whole years without a hole', () => {
    const named = years.map(([year]) => Number(year))
    const first = Number(knownFrom.slice(0, 4))
    const last = Number(knownUntil.slice(0, 4))
    expect([knownFrom.slice(4), knownUntil.slice(4)]).toEqual(['-01-01', '-12-31'])
    expect(named).toEqual(Array.from({ length: last - first + 1 }, (_, i) => first + i))
    expect(exchangeOf(mic).source.length).toBeGreaterThan(40)
  })

  test('closes weekdays only, each in its own year, each with a reason', () => {
    for (const [year, { closures }] of years) {
      for (const [date, reason] of Object.entries(closures)) {
        expect(isTradingDate(date), date).toBe(true)
        expect(date.slice(0, 4)).toBe(year)
        expect(weekday(date), date).toBeLessThanOrEqual(5)
        expect(reason).not.toBe('')
        expect(closureReason(mic, date)).toBe(reason)
      }
    }
  })

  test('ends early on sessions only, before the usual close', () => {
    for (const [year, { earlyCloses }] of years) {
      for (const [date, time] of Object.entries(earlyCloses)) {
        expect(date.slice(0, 4)).toBe(year)
        expect(isSession(mic, date), date).toBe(true)
        expect(time < exchangeOf(mic).close).toBe(true)
        expect(localTime(sessionClose(mic, date), exchangeOf(mic).timeZone)).toBe(time)
      }
    }
  })

  test('opens late on sessions only, between the usual open and the close', () => {
    for (const [year, { lateOpens = {} }] of years) {
      for (const [date, time] of Object.entries(lateOpens)) {
        expect(date.slice(0, 4)).toBe(year)
        expect(isSession(mic, date), date).toBe(true)
        expect(time > exchangeOf(mic).open && sessionOpen(mic, date) < sessionClose(mic, date)).toBe(true)
        expect(localTime(sessionOpen(mic, date), exchangeOf(mic).timeZone)).toBe(time)
      }
    }
  })
})

describe('days one remembers', () => {
  test.each<[Mic, string, boolean]>([
    ['XSHG', '2026-02-23', false],
    ['XSHG', '2026-02-24', true],
    ['XSHG', '2026-01-04', false],
    ['XSHG', '2026-09-25', false],
    ['XSHG', '2026-10-08', true],
    ['XHKG', '2024-09-06', false],
    ['XHKG', '2026-04-07', false],
    ['XHKG', '2026-09-25', true],
    ['XHKG', '2026-10-19', false],
    ['XNYS', '2025-01-09', false],
    ['XNAS', '2025-01-09', false],
    ['XNYS', '2027-12-24', false],
    ['XNYS', '2027-12-31', true],
    ['XNYS', '2028-07-03', true],
    ['XNYS', '2028-07-04', false],
  ])('%s on %s: session is %s', (mic, date, open) => {
    expect(isSession(mic, date)).toBe(open)
  })

  test('New York has 28 early closes from 2015 to 2028, Hong Kong 26 half days to 2026, Shanghai none by plan', () => {
    const count = (mic: Mic, from: string) =>
      Object.values(calendarOf(mic).years)
        .flatMap((year) => Object.entries(year.earlyCloses))
        .filter(([date, time]) => date >= from && (mic === 'XSHG' || time === (mic === 'XHKG' ? '12:00' : '13:00')))
    expect([count('XNYS', '2015'), count('XNYS', '2024')].map((days) => days.length)).toEqual([28, 11])
    expect([count('XHKG', '2015'), count('XHKG', '2024')].map((days) => days.length)).toEqual([26, 9])
    expect(count('XSHG', '2015').map(([date]) => date)).toEqual(['2016-01-04', '2016-01-07'])
  })

  test('only our four codes are exchanges', () => {
    expect(mics.every(isMic)).toBe(true)
    expect(['XSHE', 'xnys', '', 'toString'].some(isMic)).toBe(false)
  })
})

describe.skipIf(!existsSync(prices))(
  'the sessions of the bundled figures (skipped: ../shared/prices is absent)',
  () => {
    test.each(series)('%s trades on exactly the dates of %s', (mic, symbol) => {
      const lines = readFileSync(new URL(`${symbol}.csv`, prices), 'utf8')
        .trim()
        .split('\n')
        .slice(1)
      const dates = lines.map((line) => line.slice(0, 10))
      expect(dates[0]).toBe('2024-01-02')
      expect(sessionsBetween(mic, '2024-01-01', dates.at(-1) ?? '')).toEqual(dates)
    })
  },
)
