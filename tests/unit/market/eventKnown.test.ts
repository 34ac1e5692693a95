import { expect, test } from 'vitest'
import { eventKnownFrom } from '@/lib/market/eventKnown'

const after = { end: null, precision: 'day', phase: 'after' } as const

test('an event after the close of a day counts as known from that close', () => {
  const event = { ...after, start: '2025-08-21', homeMic: 'XSHG' } as const
  expect(eventKnownFrom(event).toISOString()).toBe('2025-08-21T07:00:00.000Z')
})

test('beyond the calendar it counts as known from the end of its day, and nothing fails', () => {
  for (const start of ['2027-03-15', '2012-03-05', '2100-12-31', '1900-01-01']) {
    const known = eventKnownFrom({ ...after, start, homeMic: 'XSHG' })
    const dayEnd = new Date(`${start}T16:00:00Z`)
    // Shanghai's clocks stood a few minutes apart from the eighth zone in 1900.
    expect(Math.abs(known.getTime() - dayEnd.getTime())).toBeLessThan(10 * 60_000)
  }
})
