import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '@/lib/market/date'
import { exchangeOf, type Mic, mics } from '@/lib/market/exchange'
import { marketPhase } from '@/lib/market/phase'
import {
  CalendarUnknownError,
  isOpen,
  isSession,
  lastDueSession,
  nextClose,
  nextSession,
  previousSession,
  sessionClose,
  sessionClosingAfter,
  sessionOf,
  sessionOpen,
  sessionsBetween,
} from '@/lib/market/sessions'

const at = (text: string) => new Date(text)
const anyMic = fc.constantFrom(...mics)
/** Moments well inside every calendar. */
const moments = fc.integer({ min: Date.UTC(2015, 1, 1), max: Date.UTC(2026, 11, 1) }).map((ms) => new Date(ms))

describe('sessions', () => {
  test('open and close follow the clock of the exchange, early closes included', () => {
    expect(sessionOpen('XNYS', '2025-07-03').toISOString()).toBe('2025-07-03T13:30:00.000Z')
    expect(sessionClose('XNYS', '2025-07-03').toISOString()).toBe('2025-07-03T17:00:00.000Z')
    expect(sessionClose('XNAS', '2025-12-24').toISOString()).toBe('2025-12-24T18:00:00.000Z')
    expect(sessionClose('XHKG', '2026-02-16').toISOString()).toBe('2026-02-16T04:00:00.000Z')
    expect(sessionClose('XSHG', '2025-08-26').toISOString()).toBe('2025-08-26T07:00:00.000Z')
    expect(() => sessionClose('XNYS', '2025-07-04')).toThrow('2025-07-04 is not a session of XNYS')
  })

  test('ranges hold both ends, and are empty backwards', () => {
    expect(sessionsBetween('XSHG', '2026-02-13', '2026-02-24')).toEqual(['2026-02-13', '2026-02-24'])
    expect(sessionsBetween('XSHG', '2026-02-14', '2026-02-23')).toEqual([])
    expect(sessionsBetween('XNYS', '2025-07-07', '2025-07-03')).toEqual([])
    expect(sessionsBetween('XSHG', '2026-12-31', '2026-12-31')).toEqual(['2026-12-31'])
  })

  test('a caller that changes a returned Date changes nothing here', () => {
    sessionClose('XNYS', '2025-06-10').setTime(0)
    expect(sessionClose('XNYS', '2025-06-10').toISOString()).toBe('2025-06-10T20:00:00.000Z')
  })

  test('the open belongs to the session, the close does not, the midday break is the session but not open', () => {
    expect(sessionOf('XSHG', at('2025-08-26T01:29:59Z'))).toBeNull()
    expect(sessionOf('XSHG', at('2025-08-26T01:30:00Z'))).toBe('2025-08-26')
    expect(sessionOf('XSHG', at('2025-08-26T04:00:00Z'))).toBe('2025-08-26')
    expect(isOpen('XSHG', at('2025-08-26T03:29:59Z'))).toBe(true)
    expect(isOpen('XSHG', at('2025-08-26T03:30:00Z'))).toBe(false)
    expect(isOpen('XSHG', at('2025-08-26T04:59:59Z'))).toBe(false)
    expect(isOpen('XSHG', at('2025-08-26T05:00:00Z'))).toBe(true)
    expect(sessionOf('XSHG', at('2025-08-26T07:00:00Z'))).toBeNull()
    expect(isOpen('XHKG', at('2026-02-16T04:30:00Z'))).toBe(false)
    expect(isOpen('XNYS', at('2025-07-03T17:00:00Z'))).toBe(false)
    expect(isOpen('XNYS', at('2025-07-03T16:59:59Z'))).toBe(true)
  })

  test('the last due session waits for the delay of the feed', () => {
    expect(lastDueSession('XNYS', at('2025-06-10T20:00:00Z'), 0)).toBe('2025-06-10')
    expect(lastDueSession('XNYS', at('2025-06-10T19:59:59Z'), 0)).toBe('2025-06-09')
    expect(lastDueSession('XNYS', at('2025-06-10T20:29:59Z'), 30)).toBe('2025-06-09')
    expect(lastDueSession('XNYS', at('2025-06-10T20:30:00Z'), 30)).toBe('2025-06-10')
    expect(lastDueSession('XNYS', at('2025-07-06T12:00:00Z'), 30)).toBe('2025-07-03')
    expect(lastDueSession('XSHG', at('2026-02-20T12:00:00Z'), 30)).toBe('2026-02-13')
    expect(lastDueSession('XSHG', at('2026-12-31T15:59:00Z'), 0)).toBe('2026-12-31')
  })

  test('beyond the known range there is an error that names exchange, date and range, never a guess', () => {
    const expected = 'the calendar of XSHG is known from 2015-01-01 to 2026-12-31 and says nothing about'
    expect(() => isSession('XSHG', '2027-01-01')).toThrow(`${expected} 2027-01-01`)
    expect(() => isSession('XSHG', '2014-12-31')).toThrow(`${expected} 2014-12-31`)
    expect(() => sessionsBetween('XSHG', '2026-12-01', '2027-01-10')).toThrow(CalendarUnknownError)
    expect(() => nextSession('XSHG', '2026-12-31')).toThrow(`${expected} 2027-01-01`)
    expect(() => previousSession('XSHG', '2015-01-05')).toThrow(`${expected} 2014-12-31`)
    expect(() => nextClose('XSHG', at('2026-12-31T07:00:00Z'))).toThrow(CalendarUnknownError)
    expect(() => lastDueSession('XSHG', at('2026-12-31T16:00:00Z'), 0)).toThrow(CalendarUnknownError)
    expect(() => isOpen('XSHG', at('2027-03-01T03:00:00Z'))).toThrow(CalendarUnknownError)
    expect(() => sessionOpen('XNYS', '2029-01-02')).toThrow(CalendarUnknownError)
    expect(() => isSession('XSHG', '2026-02-30')).toThrow(/2026-02-30.*not a calendar date/)
  })

  test('the error carries what a page has to say', () => {
    const error = new CalendarUnknownError('XHKG', '2027-02-01')
    expect(error).toMatchObject({
      mic: 'XHKG',
      date: '2027-02-01',
      knownFrom: '2015-01-01',
      knownUntil: '2026-12-31',
      name: 'CalendarUnknownError',
    })
  })
})

describe('whatever the moment', () => {
  test('the session it lies in, the open market and the phase agree', () => {
    fc.assert(
      fc.property(anyMic, moments, (mic, moment) => {
        const session = sessionOf(mic, moment)
        expect(marketPhase(mic, moment) === 'intraday').toBe(session !== null)
        if (isOpen(mic, moment)) expect(session).not.toBeNull()
        if (session !== null) {
          expect(sessionOpen(mic, session) <= moment && moment < sessionClose(mic, session)).toBe(true)
          expect(nextClose(mic, moment)).toEqual(sessionClose(mic, session))
        }
      }),
    )
  })

  test('the last due session and the next one to close are neighbours', () => {
    fc.assert(
      fc.property(anyMic, moments, (mic, moment) => {
        const due = lastDueSession(mic, moment, 0)
        expect(sessionClose(mic, due) <= moment).toBe(true)
        expect(nextClose(mic, moment) > moment).toBe(true)
        expect(sessionClosingAfter(mic, moment)).toBe(nextSession(mic, due))
      }),
    )
  })

  test('a longer delay never makes a later session due', () => {
    const delays = fc.integer({ min: 0, max: 3000 })
    fc.assert(
      fc.property(anyMic, moments, delays, delays, (mic, moment, one, two) => {
        const [short, long] = [Math.min(one, two), Math.max(one, two)]
        expect(lastDueSession(mic, moment, long) <= lastDueSession(mic, moment, short)).toBe(true)
      }),
    )
  })

  test('walking forward and back visits every session once', () => {
    fc.assert(
      fc.property(anyMic, fc.integer({ min: 10, max: 4300 }), (mic: Mic, offset) => {
        const date = addDays(exchangeOf(mic).knownFrom, offset)
        const next = nextSession(mic, date)
        expect(next > date && isSession(mic, next)).toBe(true)
        expect(previousSession(mic, next) <= date).toBe(true)
        expect(sessionsBetween(mic, addDays(date, 1), next)).toEqual([next])
      }),
    )
  })
})
