import { describe, expect, test } from 'vitest'
import { calendarWarning, seriesAge } from '@/lib/market/age'
import { addDays, weekday } from '@/lib/market/date'
import { dayZeroOf } from '@/lib/market/eventTime'
import { exchangeOf, type Mic, mics } from '@/lib/market/exchange'
import {
  CalendarUnknownError,
  isSession,
  lastDueSession,
  nextSession,
  sessionClose,
  sessionsBetween,
} from '@/lib/market/sessions'
import { momentAt } from '@/lib/market/zone'

const noon = (mic: Mic, date: string) => momentAt(date, '12:00', exchangeOf(mic).timeZone)
const minutes = (moment: Date, n: number) => new Date(moment.getTime() + n * 60_000)

describe.each(mics)('promise 4: without a calendar of %s there is no verdict about gaps', (mic) => {
  const { knownFrom, knownUntil } = exchangeOf(mic)
  const after = addDays(knownUntil, 1)
  const lastSession = lastDueSession(mic, minutes(momentAt(knownUntil, '23:00', exchangeOf(mic).timeZone), 0), 0)

  test('past its end neither a session nor a missing one is named, and a series is of unknown age, not behind', () => {
    for (const days of [1, 2, 7, 30, 400]) {
      const date = addDays(knownUntil, days)
      expect(() => isSession(mic, date)).toThrow(CalendarUnknownError)
      expect(() => sessionsBetween(mic, lastSession, date)).toThrow(CalendarUnknownError)
      expect(() => lastDueSession(mic, noon(mic, date), 30)).toThrow(CalendarUnknownError)
      for (const stored of [lastSession, '2026-01-05', null]) {
        expect(seriesAge({ mic, lastSession: stored, now: noon(mic, date), delayMinutes: 30 })).toEqual({
          state: 'unknown',
          sessionsBehind: null,
          lastDue: null,
        })
      }
    }
  })

  test('up to its end there is one', () => {
    const close = sessionClose(mic, lastSession)
    const age = (stored: string, now: Date) => seriesAge({ mic, lastSession: stored, now, delayMinutes: 0 })
    expect(age(lastSession, close)).toMatchObject({ state: 'fresh', lastDue: lastSession })
    expect(age(addDays(lastSession, -20), close).state).toBe('behind')
    expect(age(addDays(lastSession, -20), close).sessionsBehind).toBeGreaterThan(5)
  })

  test('before its beginning there is none either', () => {
    expect(() => sessionsBetween(mic, addDays(knownFrom, -1), lastSession)).toThrow(CalendarUnknownError)
    const age = seriesAge({ mic, lastSession: '2014-12-31', now: noon(mic, '2026-01-15'), delayMinutes: 30 })
    expect(age).toMatchObject({ state: 'behind', sessionsBehind: null })
  })

  test('an event after its end has no day 0, with that for a reason', () => {
    const start = noon(mic, addDays(after, 3)).toISOString().replace('.000', '')
    const event = { start, end: null, precision: 'minute' as const, phase: 'unknown' as const, homeMic: mic }
    expect(dayZeroOf(event, mic)).toEqual({ session: null, reason: 'calendar-unknown' })
  })

  test('from 60 days before it ends, and not a day sooner, the product says so, until a new year is added', () => {
    expect(calendarWarning(mic, noon(mic, addDays(knownUntil, -61)))).toBeNull()
    for (const daysLeft of [60, 59, 1, 0, -1, -300]) {
      expect(calendarWarning(mic, noon(mic, addDays(knownUntil, -daysLeft)))).toEqual({ knownUntil, daysLeft })
    }
  })
})

describe.each(mics)('promise 5: the age of a number is measured in market time at %s', (mic) => {
  const { knownUntil } = exchangeOf(mic)
  const delayMinutes = 30
  const age = (lastSession: string, now: Date) => seriesAge({ mic, lastSession, now, delayMinutes })
  const sessions = sessionsBetween(mic, '2015-01-01', '2026-12-01')

  test('Friday’s close is fresh on Sunday, every Sunday of twelve years', () => {
    let sundays = 0
    for (const session of sessions) {
      if (weekday(session) !== 5) continue
      sundays += 1
      expect(age(session, noon(mic, addDays(session, 2)))).toEqual({
        state: 'fresh',
        sessionsBehind: 0,
        lastDue: session,
      })
    }
    expect(sundays).toBeGreaterThan(550)
  })

  test('a close is fresh until the next one is due, however long the holiday, and then one session behind', () => {
    for (const session of sessions) {
      const due = minutes(sessionClose(mic, nextSession(mic, session)), delayMinutes)
      expect(age(session, new Date(due.getTime() - 1)).state).toBe('fresh')
      expect(age(session, due)).toMatchObject({ state: 'behind', sessionsBehind: 1 })
    }
    expect(sessions.length).toBeGreaterThan(2800)
    expect(knownUntil >= '2026-12-31').toBe(true)
  })
})

test('promise 5: Golden Week, a typhoon and a mourning age nothing', () => {
  const age = (mic: Mic, lastSession: string, now: string) =>
    seriesAge({ mic, lastSession, now: new Date(now), delayMinutes: 30 })
  expect(age('XSHG', '2020-01-23', '2020-02-02T12:00:00Z').state).toBe('fresh')
  expect(age('XHKG', '2023-08-31', '2023-09-03T12:00:00Z').state).toBe('fresh')
  expect(age('XNYS', '2018-12-04', '2018-12-06T14:00:00Z').state).toBe('fresh')
  expect(age('XNYS', '2018-12-04', '2018-12-06T21:30:00Z').sessionsBehind).toBe(1)
})
