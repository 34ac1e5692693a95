import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dayZero,
  dayZeroOf,
  type EventPhase,
  type EventTime,
  eventDate,
  eventMoment,
  precisionOf,
} from '@/lib/market/eventTime'
import { type Mic, mics } from '@/lib/market/exchange'
import { marketPhase } from '@/lib/market/phase'
import { isSession, previousSession, sessionClose } from '@/lib/market/sessions'

const minute = (start: string, homeMic: Mic | null = 'XNAS'): EventTime => ({
  start,
  end: null,
  precision: 'minute',
  phase: 'unknown',
  homeMic,
})
const day = (start: string, phase: EventPhase, homeMic: Mic | null): EventTime => ({
  start,
  end: null,
  precision: 'day',
  phase,
  homeMic,
})
const month = (start: string): EventTime => ({
  start,
  end: '2025-04',
  precision: 'month',
  phase: 'unknown',
  homeMic: null,
})

describe('day 0 of an event known to the minute', () => {
  test('the H20 licence filing after New York’s close moves both exchanges on the 16th', () => {
    const filing = minute('2025-04-15T21:22:59Z')
    expect(dayZero(filing, 'XNAS')).toBe('2025-04-16')
    expect(dayZero(filing, 'XSHG')).toBe('2025-04-16')
  })

  test('exactly at the close counts for the next session, a second before for this one', () => {
    expect(dayZero(minute('2025-06-10T20:00Z'), 'XNYS')).toBe('2025-06-11')
    expect(dayZero(minute('2025-06-10T19:59:59Z'), 'XNYS')).toBe('2025-06-10')
    expect(dayZero(minute('2025-07-03T17:00Z'), 'XNYS')).toBe('2025-07-07')
  })

  test('Nvidia’s results of 27 August 2025 meet both exchanges on the 28th', () => {
    const results = minute('2025-08-27T20:22Z')
    expect([dayZero(results, 'XNAS'), dayZero(results, 'XSHG')]).toEqual(['2025-08-28', '2025-08-28'])
  })

  test('is the first session that closes strictly later, whatever the moment', () => {
    const times = fc.integer({ min: Date.UTC(2015, 1, 1), max: Date.UTC(2026, 11, 1) })
    fc.assert(
      fc.property(times, fc.constantFrom(...mics), (ms, mic) => {
        const moment = new Date(Math.floor(ms / 1000) * 1000)
        const session = dayZero(minute(moment.toISOString().replace('.000', '')), mic)
        if (session === null) throw new Error('no day 0')
        expect(sessionClose(mic, session) > moment).toBe(true)
        expect(sessionClose(mic, previousSession(mic, session)) <= moment).toBe(true)
      }),
    )
  })
})

describe('day 0 of an event known to the day', () => {
  test('a report on the evening in Shanghai: the next session there, the same date in New York', () => {
    const report = day('2025-08-26', 'after', 'XSHG')
    expect([dayZero(report, 'XSHG'), dayZero(report, 'XNYS')]).toEqual(['2025-08-27', '2025-08-26'])
  })

  test('before the open and during the session mean that session at home', () => {
    expect(dayZero(day('2025-01-27', 'pre', 'XNAS'), 'XNAS')).toBe('2025-01-27')
    expect(dayZero(day('2025-09-18', 'intraday', 'XSHG'), 'XSHG')).toBe('2025-09-18')
    expect(dayZero(day('2025-09-18', 'intraday', 'XSHG'), 'XNAS')).toBe('2025-09-18')
  })

  test('midnight in New York is noon in Shanghai: the session of that date there', () => {
    const shock = day('2025-01-27', 'pre', 'XNAS')
    expect(eventMoment(shock)?.toISOString()).toBe('2025-01-27T05:00:00.000Z')
    expect(dayZero(shock, 'XSHG')).toBe('2025-01-27')
  })

  test('after a session that ends early means after its own close', () => {
    expect(eventMoment(day('2025-07-03', 'after', 'XNYS'))?.toISOString()).toBe('2025-07-03T17:00:00.000Z')
    expect(dayZero(day('2025-07-03', 'after', 'XNYS'), 'XNYS')).toBe('2025-07-07')
  })

  test('a day the home exchange is closed is told by its usual hours', () => {
    expect(eventMoment(day('2025-07-05', 'after', 'XNYS'))?.toISOString()).toBe('2025-07-05T20:00:00.000Z')
    expect(dayZero(day('2025-07-05', 'intraday', 'XNYS'), 'XNYS')).toBe('2025-07-07')
  })

  test('an unknown phase is that date on each exchange, or its next session', () => {
    const order = day('2025-10-01', 'unknown', 'XNAS')
    expect(eventMoment(order)).toBeNull()
    expect([dayZero(order, 'XNAS'), dayZero(order, 'XSHG')]).toEqual(['2025-10-01', '2025-10-09'])
    expect(dayZero(day('2025-10-01', 'after', null), 'XSHG')).toBe('2025-10-09')
  })

  test('the entity list of 16 May 2019 meets that Thursday in New York and in Shanghai', () => {
    const listed = day('2019-05-16', 'unknown', 'XNAS')
    expect([dayZero(listed, 'XNAS'), dayZero(listed, 'XSHG')]).toEqual(['2019-05-16', '2019-05-16'])
  })

  test('whatever the phase, day 0 at home is the first session of that date or, after the close, a later one', () => {
    const dates = fc
      .integer({ min: 0, max: 4300 })
      .map((n) => new Date(Date.UTC(2015, 1, 1 + n)).toISOString().slice(0, 10))
    fc.assert(
      fc.property(
        dates,
        fc.constantFrom<EventPhase>('pre', 'intraday', 'after', 'unknown'),
        fc.constantFrom(...mics),
        (date, phase, mic) => {
          const session = dayZero(day(date, phase, mic), mic) ?? ''
          if (phase === 'after') expect(session > date).toBe(true)
          else if (isSession(mic, date)) expect(session).toBe(date)
          else expect(session > date).toBe(true)
        },
      ),
    )
  })
})

describe('events that have no day 0', () => {
  test('a month cannot be placed', () => {
    expect(dayZeroOf(month('2025-01'), 'XSHG')).toEqual({ session: null, reason: 'month' })
    expect(dayZero(month('2025-09'), 'XNAS')).toBeNull()
  })

  test('beyond the calendar it is not known, and says so', () => {
    const none = { session: null, reason: 'calendar-unknown' }
    expect(dayZeroOf(day('2014-05-16', 'unknown', 'XNAS'), 'XNAS')).toEqual(none)
    expect(dayZeroOf(day('2014-05-16', 'after', 'XNAS'), 'XNAS')).toEqual(none)
    expect(dayZeroOf(minute('2026-12-31T07:00Z'), 'XSHG')).toEqual(none)
    expect(dayZero(minute('2026-12-31T07:00Z'), 'XNYS')).toBe('2026-12-31')
  })

  test('a start that is not of its precision is refused by name', () => {
    expect(() => dayZero({ ...month('2025-09'), precision: 'day' }, 'XNAS')).toThrow(/"2025-09".*precision day/)
    expect(() => dayZero(day('2025-02-30', 'pre', 'XNAS'), 'XNAS')).toThrow(/"2025-02-30"/)
    expect(() => eventDate(minute('2025-08-27T20:22'))).toThrow(/"2025-08-27T20:22"/)
  })
})

describe('how an event is dated', () => {
  test('by its home exchange, else in UTC; days and months as written', () => {
    expect(eventDate(minute('2025-04-15T21:22:59Z', 'XNAS'))).toBe('2025-04-15')
    expect(eventDate(minute('2025-04-15T21:22:59Z', 'XSHG'))).toBe('2025-04-16')
    expect(eventDate(minute('2025-04-15T21:22:59Z', null))).toBe('2025-04-15')
    expect(eventDate(day('2019-05-16', 'unknown', 'XNAS'))).toBe('2019-05-16')
    expect(eventDate(month('2025-09'))).toBe('2025-09')
  })

  test.each([
    ['2025-04-15T21:22:59Z', 'minute'],
    ['2025-08-27T20:22Z', 'minute'],
    ['2025-08-21', 'day'],
    ['2025-09', 'month'],
    ['2025', null],
    ['2025-13', null],
    ['2025-02-30T10:00Z', null],
    ['2025-08-27T25:00Z', null],
    ['2025-08-27T20:22+08:00', null],
  ])('%s has the precision %s', (text, precision) => {
    expect(precisionOf(text)).toBe(precision)
  })
})

const reference = new URL('../../../../shared/event-study/p09-day0-mapping.json', import.meta.url)
interface Reference {
  input: { events: { id: string; utc: string }[] }
  expected: { results: ({ id: string } & Record<'XNYS' | 'XSHG', { day0: string; phase: string }>)[] }
}

describe.skipIf(!existsSync(reference))('reference case p09 (skipped: ../shared/event-study is absent)', () => {
  test('day 0 and phase of every event agree on both exchanges', () => {
    const { input, expected }: Reference = JSON.parse(readFileSync(reference, 'utf8'))
    const got = input.events.map(({ id, utc }) => {
      const on = (mic: Mic) => ({ day0: dayZero(minute(utc), mic), phase: marketPhase(mic, new Date(utc)) })
      return { id, XNYS: on('XNYS'), XSHG: on('XSHG') }
    })
    expect(got.length).toBeGreaterThanOrEqual(5)
    expect(got).toEqual(expected.results)
  })
})
