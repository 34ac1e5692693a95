import { expect, test } from 'vitest'
import { mostAttempts, nextAttempt } from '@/lib/signals/alerts/backoff'
import { mutedUntil } from '@/lib/signals/alerts/mute'

const night = { from: '22:00', to: '07:00', timeZone: 'Asia/Shanghai', days: [] }
const at = (text: string) => new Date(text)
const until = (options: Parameters<typeof mutedUntil>[0], mic: string | null, moment: string) =>
  mutedUntil(options, mic, at(moment))?.toISOString() ?? null

test.each([
  ['2026-11-24T13:59:00Z', null],
  ['2026-11-24T14:00:00Z', '2026-11-24T23:00:00.000Z'],
  ['2026-11-24T22:59:00Z', '2026-11-24T23:00:00.000Z'],
  ['2026-11-24T23:00:00Z', null],
])('a night in Shanghai at %s lasts until %s', (moment, end) => {
  expect(until({ mute: [night], sessionsOnly: false }, null, moment)).toBe(end)
})

test('the days of a window are those on which it begins', () => {
  const sundays = { ...night, days: [7] }
  // A Sunday evening and the Monday morning after it; a Monday evening.
  expect(until({ mute: [sundays], sessionsOnly: false }, null, '2026-11-22T15:00:00Z')).toBe('2026-11-22T23:00:00.000Z')
  expect(until({ mute: [sundays], sessionsOnly: false }, null, '2026-11-22T22:00:00Z')).toBe('2026-11-22T23:00:00.000Z')
  expect(until({ mute: [sundays], sessionsOnly: false }, null, '2026-11-23T15:00:00Z')).toBeNull()
})

test('of several windows the one that ends last counts', () => {
  const mute = [night, { ...night, to: '09:00' }]
  expect(until({ mute, sessionsOnly: false }, null, '2026-11-24T15:00:00Z')).toBe('2026-11-25T01:00:00.000Z')
})

test.each([
  // Before the open, within the midday break, after the close on a Friday, on a Sunday.
  ['2026-11-24T01:00:00Z', '2026-11-24T01:30:00.000Z'],
  ['2026-11-24T04:00:00Z', null],
  ['2026-11-20T08:00:00Z', '2026-11-23T01:30:00.000Z'],
  ['2026-11-22T04:00:00Z', '2026-11-23T01:30:00.000Z'],
])('outside Shanghai’s sessions at %s it is held back until %s', (moment, end) => {
  expect(until({ mute: [], sessionsOnly: true }, 'XSHG', moment)).toBe(end)
})

test('without a listing, or beyond the calendar, nothing is held back', () => {
  expect(until({ mute: [], sessionsOnly: true }, null, '2026-11-22T04:00:00Z')).toBeNull()
  expect(until({ mute: [], sessionsOnly: true }, 'XSHG', '2040-01-01T00:00:00Z')).toBeNull()
})

test('tries come ever later and end', () => {
  const now = at('2026-11-24T00:00:00Z')
  const waits = Array.from({ length: mostAttempts }, (_, i) => nextAttempt(i + 1, now)?.getTime() ?? null)
  expect(waits.at(-1)).toBeNull()
  const times = waits.slice(0, -1) as number[]
  expect([...times].sort((a, b) => a - b)).toEqual(times)
  expect(nextAttempt(6, now)).not.toBeNull()
})
