import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '@/lib/market/date'
import { movedTo, stepFrom } from '@/lib/market/eventMove'
import { dayZero, type EventTime } from '@/lib/market/eventTime'

const day = (start: string, phase: EventTime['phase'], homeMic: EventTime['homeMic'] = 'XSHG'): EventTime => ({
  ...{ start, end: null, precision: 'day', phase, homeMic },
})

describe('an event moved to a session', () => {
  test.each([
    ['after the close, from Thursday to Friday’s session', day('2025-08-20', 'after'), '2025-08-22', '2025-08-21'],
    ['after the close, over a weekend', day('2025-08-21', 'after'), '2025-08-25', '2025-08-22'],
    ['before the open', day('2025-08-21', 'pre'), '2025-08-25', '2025-08-25'],
    ['of an hour that is not known', day('2025-08-23', 'unknown'), '2025-08-26', '2025-08-26'],
    ['over the week of the national holiday', day('2025-09-29', 'after'), '2025-10-09', '2025-09-30'],
  ])('%s', (_, event, target, start) => {
    expect(movedTo(event, 'XSHG', target)).toEqual({ start, end: null })
  })

  test('of another home keeps its phase there', () => {
    const event = day('2025-08-26', 'after', 'XNAS')
    expect(dayZero(event, 'XSHG')).toBe('2025-08-27')
    expect(movedTo(event, 'XSHG', '2025-08-28').start).toBe('2025-08-27')
  })

  test('to the minute keeps the clock of its home over the change to winter time, and its length', () => {
    const event: EventTime = {
      ...{ start: '2025-10-31T20:22:00Z', end: '2025-10-31T21:00:00Z', precision: 'minute' },
      ...{ phase: 'unknown', homeMic: 'XNAS' },
    }
    expect(movedTo(event, 'XNAS', '2025-11-05')).toEqual({
      start: '2025-11-04T21:22:00Z',
      end: '2025-11-04T22:00:00Z',
    })
  })

  test('takes its end along, by days or by months', () => {
    expect(movedTo({ ...day('2025-08-21', 'pre'), end: '2025-08-25' }, 'XSHG', '2025-08-22')).toEqual({
      start: '2025-08-22',
      end: '2025-08-26',
    })
    const month: EventTime = { ...day('2025-11', 'unknown'), end: '2026-01', precision: 'month' }
    expect(movedTo(month, 'XSHG', '2026-01-15')).toEqual({ start: '2026-01', end: '2026-03' })
  })

  test('stands on the day itself where no calendar tells', () => {
    expect(movedTo(day('2025-08-21', 'after', null), null, '2025-08-24').start).toBe('2025-08-24')
    expect(movedTo(day('2025-08-21', 'after'), 'XSHG', '2031-08-22').start).toBe('2031-08-22')
  })

  test('has its day 0 there whenever a day can bring it there', () => {
    const phase = fc.constantFrom<EventTime['phase']>('pre', 'intraday', 'after', 'unknown')
    const mic = fc.constantFrom('XSHG', 'XHKG', 'XNAS' as const)
    const date = fc.integer({ min: 0, max: 900 }).map((n) => addDays('2024-01-10', n))
    fc.assert(
      fc.property(phase, mic, mic, date, date, (phase, home, on, from, to) => {
        const target = dayZero(day(to, 'unknown', on), on)
        if (target === null) return
        // Shanghai closes after the half days of Hong Kong: what comes after its close never has its day 0 on one.
        const reachable = Array.from({ length: 30 }, (_, i) => addDays(target, 5 - i)).some(
          (date) => dayZero(day(date, phase, home), on) === target,
        )
        if (!reachable) return
        const moved = movedTo(day(from, phase, home), on, target)
        expect(dayZero({ ...day(from, phase, home), ...moved }, on)).toBe(target)
      }),
      { numRuns: 300 },
    )
  })
})

describe('one step', () => {
  test.each([
    [day('2025-08-22', 'pre'), 'later', '2025-08-25'],
    [day('2025-08-21', 'after'), 'earlier', '2025-08-21'],
    [day('2025-09-30', 'pre'), 'later', '2025-10-09'],
    [{ ...day('2025-12', 'unknown'), precision: 'month' as const }, 'later', '2026-01-01'],
  ] as const)('of %j %s', (event, step, to) => {
    expect(stepFrom(event, 'XSHG', step)).toBe(to)
  })

  test('is a weekday without an exchange', () => {
    expect(stepFrom(day('2025-08-22', 'pre', null), null, 'later')).toBe('2025-08-25')
  })
})
