import { describe, expect, test } from 'vitest'
import { dueSessions } from '@/lib/ingest/gapDue'
import { fillingGaps } from '@/lib/ingest/gapFill'
import { firstToAskAgain, nextGapFeed } from '@/lib/ingest/gapReask'
import { exchangeOf } from '@/lib/market/exchange'
import type { MissingSession } from '@/lib/store/missing/read'

const timeZone = 'Asia/Shanghai'
// 2026-07-24 17:00 in Shanghai.
const day = { now: new Date('2026-07-24T09:00:00Z'), timeZone }

const row = (session: string, over: Partial<MissingSession> = {}): MissingSession => ({
  ...{ session, state: 'open', reason: null, askedFeeds: [], nullFeeds: [], seenAt: day.now, askedAt: null },
  ...over,
})

describe('asking again', () => {
  test('begins at the first open session that was not asked for on this day of the exchange', () => {
    const rows = [
      row('2026-07-01', { state: 'permanent', reason: 'halt' }),
      row('2026-07-02', { askedAt: new Date('2026-07-23T16:00:00Z') }),
      row('2026-07-03', { askedAt: new Date('2026-07-23T15:59:59Z') }),
      row('2026-07-06'),
    ]
    expect(firstToAskAgain(rows, day)).toBe('2026-07-03')
    expect(firstToAskAgain(rows.slice(0, 2), day)).toBeNull()
  })

  test('goes on to the next feed in order that has not spoken', () => {
    const feeds = ['a', 'b', 'c']
    expect(nextGapFeed([row('2026-07-02')], { feeds, askedNow: ['a'] }, day)).toBe('b')
    expect(nextGapFeed([row('2026-07-02', { askedFeeds: ['a', 'b'] })], { feeds, askedNow: ['a'] }, day)).toBe('c')
    expect(nextGapFeed([row('2026-07-02', { askedFeeds: feeds })], { feeds, askedNow: ['a'] }, day)).toBeNull()
    expect(nextGapFeed([], { feeds, askedNow: ['a'] }, day)).toBeNull()
    expect(nextGapFeed([row('2026-07-02')], { feeds: ['a'], askedNow: ['a'] }, day)).toBeNull()
  })

  test('takes turns when a feed is late day after day, so that none is never reached', () => {
    const seen = (moment: string) => [row('2026-07-21', { seenAt: new Date(moment) })]
    const turn = (moment: string) => nextGapFeed(seen(moment), { feeds: ['a', 'b', 'c'], askedNow: ['a'] }, day)
    expect(turn('2026-07-24T08:00:00Z')).toBe('b')
    expect(turn('2026-07-23T08:00:00Z')).toBe('c')
    expect(turn('2026-07-22T08:00:00Z')).toBe('b')
  })
})

test('what was asked for to fill a gap writes over no settled bar before the part that is refreshed', () => {
  const bar = { open: '1', high: '1', low: '1', close: '1', volume: 1n, settled: true, asOf: day.now }
  const held = (key: string, entity: 'bar' | 'action' = 'bar') => ({ entity, key, reason: 'low', payload: {} })
  const sessions = ['2026-07-01', '2026-07-02', '2026-07-21']
  const plan = {
    refusal: null,
    bars: sessions.map((session) => ({ session, ...bar })),
    actions: [],
    agreeingActions: 0,
    held: [...sessions.map((session) => held(session)), held('2026-07-01', 'action')],
  }
  const settled = new Set(['2026-07-01', '2026-07-21'])
  const keys = (refreshedFrom: string | null) => {
    const { bars, held: kept } = fillingGaps(plan, { refreshedFrom, settled })
    return [bars.map(({ session }) => session), kept.map(({ entity, key }) => `${entity} ${key}`)]
  }
  expect(keys('2026-07-20')).toEqual([
    ['2026-07-02', '2026-07-21'],
    ['bar 2026-07-02', 'bar 2026-07-21', 'action 2026-07-01'],
  ])
  expect(keys(null)).toEqual([['2026-07-02'], ['bar 2026-07-02', 'action 2026-07-01']])
})

describe('what is due', () => {
  const listing = { mic: 'XSHG', trackedFrom: '2026-07-20', delistedOn: null }

  test('ends with the last session whose close and the delay have passed', () => {
    const last = (now: string) => dueSessions(listing, 30, new Date(now)).lastDue
    expect(last('2026-07-24T07:29:59Z')).toBe('2026-07-23')
    expect(last('2026-07-24T07:30:00Z')).toBe('2026-07-24')
    expect(dueSessions(listing, 30, new Date('2026-07-24T07:30:00Z'))).toMatchObject({ known: true })
    expect(dueSessions(listing, 30, new Date('2026-07-24T07:30:00Z')).sessions).toHaveLength(5)
  })

  test('is nothing before the first wanted session has closed, and nothing after a delisting', () => {
    const early = dueSessions(listing, 30, new Date('2026-07-20T03:00:00Z'))
    expect(early).toEqual({ sessions: [], lastDue: '2026-07-17', known: true })
    const gone = dueSessions({ ...listing, delistedOn: '2026-07-22' }, 30, new Date('2026-07-31T00:00:00Z'))
    expect(gone).toMatchObject({ lastDue: '2026-07-22', known: true })
    expect(gone.sessions).toEqual(['2026-07-20', '2026-07-21', '2026-07-22'])
  })

  test('promise 4: beyond the calendar nothing is due, and there is no verdict on the whole', () => {
    const { knownUntil, knownFrom } = exchangeOf('XSHG')
    const year = Number(knownUntil.slice(0, 4)) + 1
    const beyond = dueSessions(listing, 30, new Date(`${year}-06-01T00:00:00Z`))
    expect(beyond).toMatchObject({ lastDue: null, known: false })
    expect((beyond.sessions.at(-1) ?? '') <= knownUntil).toBe(true)
    const before = dueSessions({ ...listing, trackedFrom: '1999-01-04' }, 30, new Date('2026-07-24T08:00:00Z'))
    expect(before.known).toBe(false)
    expect((before.sessions[0] ?? '') >= knownFrom).toBe(true)
    expect(dueSessions(listing, 30, new Date(`${knownFrom}T01:00:00Z`))).toMatchObject({ sessions: [], known: false })
    expect(dueSessions({ ...listing, mic: 'XTKS' }, 0, day.now)).toEqual({ sessions: [], lastDue: null, known: false })
  })
})
