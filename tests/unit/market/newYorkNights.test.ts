import { describe, expect, test } from 'vitest'
import { addDays, weekday } from '@/lib/market/date'
import { sessionClose, sessionOf, sessionOpen, sessionsBetween } from '@/lib/market/sessions'
import { localDate, localTime, momentAt } from '@/lib/market/zone'

const zone = 'America/New_York'
const hourMs = 3_600_000
const [first, last] = ['2015-01-01', '2026-12-31']

/** The n-th Sunday of a month, by the Energy Policy Act of 2005: the second of March and the first of November. */
function sunday(year: number, month: '03' | '11', n: number): string {
  const start = `${year}-${month}-01`
  return addDays(start, 7 - weekday(start) + 7 * (n - 1))
}

const years = Array.from({ length: 12 }, (_, i) => 2015 + i)
const spring = new Set(years.map((year) => sunday(year, '03', 2)))
const autumn = new Set(years.map((year) => sunday(year, '11', 1)))

function* nights(): Generator<string> {
  for (let date = first; date <= last; date = addDays(date, 1)) yield date
}

describe('New York from 2015 to 2026', () => {
  test('a day has 23 hours on twelve Sundays of March, 25 on twelve of November, and 24 on all others', () => {
    const hours = (date: string) =>
      (momentAt(addDays(date, 1), '00:00', zone).getTime() - momentAt(date, '00:00', zone).getTime()) / hourMs
    const odd = [...nights()].flatMap((date) => (hours(date) === 24 ? [] : [`${date} ${hours(date)}`]))
    const expected = [...[...spring].map((date) => `${date} 23`), ...[...autumn].map((date) => `${date} 25`)]
    expect(expected).toHaveLength(24)
    expect(odd).toEqual(expected.sort())
  })

  test('every half hour of every night comes back as it was, but for the hour that spring skips', () => {
    const times = ['00:00', '00:30', '01:00', '01:30', '02:00', '02:30', '03:00', '03:30', '04:00']
    let seen = 0
    for (const date of nights()) {
      for (const time of times) {
        const moment = momentAt(date, time, zone)
        const skipped = spring.has(date) && time.startsWith('02')
        const back = `${localDate(moment, zone)} ${localTime(moment, zone)}`
        const expected = `${date} ${skipped ? time.replace('02', '03') : time}`
        if (back !== expected) expect(back).toBe(expected)
        seen += 1
      }
    }
    expect(seen).toBe(4383 * times.length)
  })

  test('on the 24 nights every minute of the world has one minute of the wall, and only autumn has it twice', () => {
    for (const date of [...spring, ...autumn]) {
      const start = momentAt(date, '00:00', zone).getTime()
      for (let minute = 0; minute < 300; minute += 1) {
        const moment = new Date(start + minute * 60_000)
        const again = momentAt(localDate(moment, zone), localTime(moment, zone), zone)
        const second = autumn.has(date) && minute >= 120 && minute < 180
        expect(moment.getTime() - again.getTime()).toBe(second ? hourMs : 0)
      }
    }
  })

  test('every session opens and closes on its own date, at 14:30 UTC in winter and 13:30 in summer', () => {
    const summer = (date: string) => {
      const year = Number(date.slice(0, 4))
      return date >= sunday(year, '03', 2) && date < sunday(year, '11', 1)
    }
    const sessions = sessionsBetween('XNYS', first, last)
    expect(sessions).toHaveLength(3017)
    for (const session of sessions) {
      const open = sessionOpen('XNYS', session)
      expect(open.toISOString()).toBe(`${session}T${summer(session) ? '13' : '14'}:30:00.000Z`)
      expect(sessionOf('XNYS', open)).toBe(session)
      expect(sessionOf('XNYS', new Date(sessionClose('XNYS', session).getTime() - 1))).toBe(session)
    }
  })
})
