import { describe, expect, test } from 'vitest'
import { trackerRuns } from '@/app/(site)/data/trackerRuns'
import { recentOf, recentSessions } from '@/lib/api/series/recent'

const days = Array.from(
  { length: 70 },
  (_, i) => `2026-${String(Math.floor(i / 28) + 7).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')}`,
)
const bar = (session: string, over = {}) => ({ symbol: 'X', session, settled: true, revised: false, ...over })
const lacks = (session: string, state: 'open' | 'permanent', reason: 'halt' | 'feed-gap' | null) => ({
  ...{ symbol: 'X', session, state, reason },
})

describe('the last sessions of a listing', () => {
  test('are at most so many, each with what is stored of it', () => {
    const [revised = '', halted = '', gap = '', open = '', unseen = ''] = days.slice(-5)
    const stored = days.filter((day) => ![halted, gap, open, unseen].includes(day))
    const recent = recentOf(
      days,
      stored.map((day) => bar(day, { revised: day === revised })),
      [lacks(halted, 'permanent', 'halt'), lacks(gap, 'permanent', 'feed-gap'), lacks(open, 'open', 'halt')],
    )
    expect(recent.session).toEqual(days.slice(-recentSessions))
    expect(recent.state.slice(-6)).toEqual(['stored', 'revised', 'halt', 'feed-gap', 'open', 'open'])
  })

  test('are followed by a bar that is not settled', () => {
    const recent = recentOf(days.slice(0, 2), [bar(days[0] ?? ''), bar(days[2] ?? '', { settled: false })], [])
    expect(recent).toEqual({ session: days.slice(0, 3), state: ['stored', 'open', 'unsettled'] })
  })
})

test('a tracker is drawn as runs of one state', () => {
  expect(trackerRuns({ session: ['a', 'b', 'c', 'd'], state: ['stored', 'stored', 'open', 'stored'] })).toEqual([
    { state: 'stored', start: 0, count: 2, first: 'a', last: 'b' },
    { state: 'open', start: 2, count: 1, first: 'c', last: 'c' },
    { state: 'stored', start: 3, count: 1, first: 'd', last: 'd' },
  ])
  expect(trackerRuns({ session: [], state: [] })).toEqual([])
})
