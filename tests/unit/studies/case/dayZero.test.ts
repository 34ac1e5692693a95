import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exchangeOf } from '@/lib/market/exchange'
import { marketPhase } from '@/lib/market/phase'
import { sessionClosingAfter, sessionsBetween } from '@/lib/market/sessions'
import { dayZeroInput, dayZeroResult } from '@/lib/studies/case/dayZeroCase'
import { caseProblems } from '@/lib/studies/case/expected'

const newYork = {
  tz: 'America/New_York',
  open: '09:30',
  close: '16:00',
  earlyClose: { '2025-07-03': '13:00' },
  sessions: ['2025-07-01', '2025-07-02', '2025-07-03', '2025-07-07'],
}
const inNewYork = (utc: string) => {
  const input = dayZeroInput.parse({ exchanges: { XNYS: newYork }, events: [{ id: 'e', utc }] })
  return dayZeroResult(input).results[0]?.XNYS
}

describe('day 0 on the exchanges of a case', () => {
  test.each([
    ['2025-07-02T12:00:00Z', '2025-07-02', 'pre-open'],
    ['2025-07-02T13:30Z', '2025-07-02', 'intraday'],
    ['2025-07-02T19:59:59.999Z', '2025-07-02', 'intraday'],
    ['2025-07-02T20:00:00Z', '2025-07-03', 'after-close'],
    ['2025-07-03T16:59Z', '2025-07-03', 'intraday'],
    ['2025-07-03T17:00:00.000Z', '2025-07-07', 'after-close'],
    ['2025-07-04T15:00:00Z', '2025-07-07', 'closed-day'],
    ['2025-07-03T03:30:00Z', '2025-07-03', 'after-close'],
    ['2025-07-07T20:00:00Z', null, 'after-close'],
    ['2025-07-08T12:00:00Z', null, 'closed-day'],
  ])('%s is of the session %s, %s', (utc, day0, phase) => {
    expect(inNewYork(utc)).toEqual({ day0, phase })
  })

  test('is told for every event on every exchange, in their order', () => {
    const tokyo = { tz: 'Asia/Tokyo', open: '09:00', close: '15:30', sessions: ['2025-07-03', '2025-07-04'] }
    const events = [
      { id: 'second', utc: '2025-07-03T06:30:00Z' },
      { id: 'first', utc: '2025-07-03T06:29:59Z' },
    ]
    expect(
      dayZeroResult(dayZeroInput.parse({ kind: 'day0', exchanges: { XNYS: newYork, XTKS: tokyo }, events })),
    ).toEqual({
      results: [
        {
          id: 'second',
          XNYS: { day0: '2025-07-03', phase: 'pre-open' },
          XTKS: { day0: '2025-07-04', phase: 'after-close' },
        },
        {
          id: 'first',
          XNYS: { day0: '2025-07-03', phase: 'pre-open' },
          XTKS: { day0: '2025-07-03', phase: 'intraday' },
        },
      ],
    })
  })

  test('agrees with the calendars of the product, whatever the moment', () => {
    const { timeZone: tz, open, close } = exchangeOf('XSHG')
    const shanghai = { tz, open, close, sessions: sessionsBetween('XSHG', '2025-01-02', '2025-12-31') }
    const { exchanges } = dayZeroInput.parse({ exchanges: { XSHG: shanghai }, events: [] })
    const moments = fc.date({
      min: new Date('2025-01-02T00:00Z'),
      max: new Date('2025-12-31T06:59Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(moments, (moment) => {
        const { results } = dayZeroResult({ exchanges, events: [{ id: '', utc: moment.toISOString() }] })
        expect(results[0]?.XSHG).toEqual({
          day0: sessionClosingAfter('XSHG', moment),
          phase: marketPhase('XSHG', moment),
        })
      }),
    )
  })
})

describe('a case that cannot be meant is refused by the path of the field', () => {
  const with_ = (changed: object) => ({ exchanges: { XNYS: { ...newYork, ...changed } }, events: [] })
  const withUtc = (utc: unknown) => ({ exchanges: {}, events: [{ id: 'e', utc }] })
  test.each<[unknown, string]>([
    [
      with_({ tz: 'New York' }),
      'exchanges.XNYS.tz: expected an IANA time zone such as America/New_York, got "New York"',
    ],
    [with_({ tz: '+08:00' }), 'exchanges.XNYS.tz: expected an IANA time zone such as America/New_York, got "+08:00"'],
    [with_({ open: '9:30' }), 'exchanges.XNYS.open: expected a time HH:MM, got "9:30"'],
    [with_({ close: '24:00' }), 'exchanges.XNYS.close: expected a time HH:MM, got "24:00"'],
    [with_({ close: '09:30' }), 'exchanges.XNYS.close: expected a time after the open 09:30, got "09:30"'],
    [with_({ earlyClose: { '2025-07-03': '09:00' } }), 'exchanges.XNYS.earlyClose.2025-07-03: expected a time after'],
    [with_({ earlyClose: { '2025-07-32': '13:00' } }), 'exchanges.XNYS.earlyClose.2025-07-32: expected'],
    [
      with_({ sessions: ['2025-02-29'] }),
      'exchanges.XNYS.sessions[0]: expected a calendar date YYYY-MM-DD, got "2025-02-29"',
    ],
    [
      with_({ sessions: ['2025-07-02', '2025-07-02'] }),
      'exchanges.XNYS.sessions[1]: expected a date after 2025-07-02, got "2025-07-02"',
    ],
    [with_({ sessions: undefined }), 'exchanges.XNYS.sessions: expected a list of dates, got nothing'],
    [{ exchanges: { id: newYork }, events: [] }, 'exchanges.id: expected a market identifier code such as XNYS'],
    [{ events: [] }, 'exchanges: expected exchanges by market identifier code such as XNYS'],
    [
      withUtc('2025-07-02T12:00:00'),
      'events[0].utc: expected a moment in UTC such as 2025-08-27T20:22:00Z, got "2025-07-02T12:00:00"',
    ],
    [withUtc('2025-02-30T12:00:00Z'), 'events[0].utc: expected a moment in UTC'],
    [withUtc('2025-07-02'), 'events[0].utc: expected a moment in UTC'],
    [withUtc(5), 'events[0].utc: expected a moment in UTC, got 5'],
    [{ exchanges: {}, events: [{ utc: '2025-07-02T12:00Z' }] }, 'events[0].id: expected a text, got nothing'],
    [[], 'input: expected an object, got []'],
  ])('%j', (input, message) => {
    const parsed = dayZeroInput.safeParse(input)
    expect((parsed.success ? [] : caseProblems(parsed.error))[0]?.slice(0, message.length)).toBe(message)
  })
})
