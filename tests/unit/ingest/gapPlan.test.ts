import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyGapAnswer, type GapAnswer, gapAnswer } from '@/lib/ingest/gapEvidence'
import { type GapsInput, type GapsPlan, planGaps } from '@/lib/ingest/gapPlan'
import type { MissingSession } from '@/lib/store/missing/read'

const days = ['2026-07-20', '2026-07-21', '2026-07-22', '2026-07-23', '2026-07-24']
const [monday = '', tuesday = '', wednesday = '', thursday = '', friday = ''] = days
const week = { from: monday, to: friday }
const at = (moment: string) => new Date(moment)
const now = at('2026-07-24T08:00:00Z')

const priced = (session: string) => ({ session, open: '1', high: '1', low: '1', close: '1', volume: 1n })

const answer = (feed: string, bars: readonly string[], nullSessions: readonly string[] = [], range = week): GapAnswer =>
  gapAnswer({ feed, bars: bars.map(priced), nullSessions, rejected: [] }, range)

const without = (...gone: string[]) => days.filter((day) => !gone.includes(day))

const input = (over: Partial<GapsInput> = {}): GapsInput => ({
  listing: { kind: 'equity', listedOn: null },
  due: days,
  stored: without(wednesday),
  rows: [],
  answers: [],
  feeds: ['a', 'b'],
  now,
  ...over,
})

/** What is known after one refresh a day, each with its answers. */
function refreshed(refreshes: readonly (readonly GapAnswer[])[], over: Partial<GapsInput> = {}): GapsPlan {
  let plan = planGaps(input(over))
  for (const answers of refreshes) plan = planGaps(input({ ...over, rows: plan.missing, answers }))
  return plan
}

const only = (plan: GapsPlan) => plan.missing.map(({ session, state, reason }) => `${session} ${state} ${reason}`)

describe('a missing session', () => {
  test('is open from when it is seen, and its row goes with its bar', () => {
    const seen = planGaps(input())
    expect(seen.put).toEqual([
      {
        session: wednesday,
        ...{ state: 'open', reason: null, askedFeeds: [], nullFeeds: [], seenAt: now, askedAt: null },
      },
    ])
    const filled = planGaps(input({ stored: days, rows: seen.missing }))
    expect(filled).toEqual({ missing: [], put: [], remove: [wednesday] })
  })

  test('that nothing new is known of is not written again, and keeps the moment it was first seen', () => {
    const { missing } = planGaps(input())
    const later = planGaps(input({ rows: missing, now: at('2026-07-27T08:00:00Z') }))
    expect(later.put).toEqual([])
    expect(later.missing[0]?.seenAt).toEqual(now)
  })

  test('is no halt before every feed was asked, then it is when one lists it without a price', () => {
    const first = refreshed([[answer('a', without(wednesday), [wednesday])]])
    expect(first.missing).toMatchObject([
      { state: 'open', reason: 'halt', askedFeeds: ['a'], nullFeeds: ['a'], askedAt: now },
    ])
    const both = refreshed([[answer('a', without(wednesday), [wednesday])], [emptyGapAnswer('b', week)]])
    expect(both.missing).toMatchObject([{ state: 'permanent', reason: 'halt', askedFeeds: ['a', 'b'] }])
  })

  test('is a halt when all have the days around it and none has it', () => {
    const plan = refreshed([[answer('a', without(wednesday))], [answer('b', without(wednesday))]])
    expect(only(plan)).toEqual([`${wednesday} permanent halt`])
  })

  test('is a gap of the feeds when one of them does not have the days around it, whichever was asked first', () => {
    const [around, later] = [answer('a', without(wednesday)), answer('b', [thursday, friday])]
    expect(only(refreshed([[around], [later]]))).toEqual([`${wednesday} permanent feed-gap`])
    expect(only(refreshed([[later], [around]]))).toEqual([`${wednesday} permanent feed-gap`])
  })

  test('of an index is a gap of the feeds: an index is not halted', () => {
    const listing = { kind: 'index' as const, listedOn: null }
    const answers = [[answer('a', without(wednesday), [wednesday])], [answer('b', without(wednesday))]]
    expect(only(refreshed(answers, { listing }))).toEqual([`${wednesday} permanent feed-gap`])
  })

  test('after the newest bar stays open whatever the feeds say: they may only be late', () => {
    const stored = without(friday)
    const plan = refreshed([[answer('a', stored, [friday])], [answer('b', stored)], [emptyGapAnswer('b', week)]], {
      stored,
    })
    expect(plan.missing).toMatchObject([{ session: friday, state: 'open', askedFeeds: [], nullFeeds: ['a'] }])
  })

  test('whose bar was held back is not given up: somebody has to look at it', () => {
    const held = gapAnswer({ feed: 'a', bars: days.map(priced), nullSessions: [], rejected: [] }, week)
    const unread = gapAnswer(
      {
        feed: 'b',
        bars: without(wednesday).map(priced),
        nullSessions: [],
        rejected: [{ key: wednesday, reason: 'no high', payload: {} }],
      },
      week,
    )
    const plan = refreshed([[held], [unread]])
    expect(plan.missing).toMatchObject([{ state: 'open', reason: null, askedFeeds: [], askedAt: now }])
  })

  test('outside what was asked for is not asked', () => {
    const range = { from: thursday, to: friday }
    const plan = refreshed([[answer('a', [thursday, friday], [], range)], [answer('b', [thursday, friday], [], range)]])
    expect(plan.missing).toMatchObject([{ state: 'open', reason: null, askedFeeds: [], askedAt: null }])
  })

  test('before the day of listing is permanent at once; the day itself is not', () => {
    const listing = { kind: 'equity' as const, listedOn: tuesday }
    const plan = refreshed([], { listing, stored: [wednesday, thursday, friday] })
    expect(only(plan)).toEqual([`${monday} permanent not-listed`, `${tuesday} open null`])
  })

  test('before the first session any feed has was not listed, until an earlier one turns up', () => {
    const listing = { kind: 'equity' as const, listedOn: null }
    const some = [wednesday, thursday, friday]
    const plan = refreshed([[answer('a', some)], [answer('b', some)]], { listing, stored: some })
    expect(only(plan)).toEqual([`${monday} permanent not-listed`, `${tuesday} permanent not-listed`])
    const earlier = planGaps(input({ stored: [monday, ...some], rows: plan.missing }))
    expect(earlier.remove).toEqual([monday])
    expect(earlier.missing).toMatchObject([{ session: tuesday, state: 'open', reason: null, askedFeeds: [] }])
  })

  test('opens again when a feed is added to the listing', () => {
    const plan = refreshed([[answer('a', without(wednesday))], [answer('b', without(wednesday))]])
    const more = planGaps(input({ rows: plan.missing, feeds: ['a', 'b', 'c'] }))
    expect(only(more)).toEqual([`${wednesday} open halt`])
  })

  test('of a listing without feeds stays open', () => {
    expect(only(refreshed([[]], { feeds: [] }))).toEqual([`${wednesday} open null`])
  })
})

const sessions = Array.from({ length: 28 }, (_, i) => `2026-06-${String(i + 1).padStart(2, '0')}`)
const someOf = fc.subarray(sessions)
const range = fc.tuple(fc.constantFrom(...sessions), fc.constantFrom(...sessions)).map(([a, b]) => {
  const [from = a, to = b] = [a, b].sort()
  return { from, to }
})
const anyAnswer = fc
  .record({ feed: fc.constantFrom('a', 'b', 'c', 'gone'), bars: someOf, nulls: someOf, asked: range })
  .map(({ feed, bars, nulls, asked }) => answer(feed, bars, nulls, asked))
const anyRow = fc.record({
  session: fc.constantFrom(...sessions),
  state: fc.constantFrom('open' as const, 'permanent' as const),
  reason: fc.constantFrom(null, 'halt' as const, 'not-listed' as const, 'feed-gap' as const),
  askedFeeds: fc.subarray(['a', 'b', 'c']),
  nullFeeds: fc.subarray(['a', 'b', 'c']),
  seenAt: fc.constant(at('2026-06-29T00:00:00Z')),
  askedAt: fc.constantFrom(null, at('2026-06-29T00:00:00Z')),
})
const anyInput = fc.record({
  listing: fc.record({
    kind: fc.constantFrom('equity' as const, 'index' as const),
    listedOn: fc.option(fc.constantFrom(...sessions)),
  }),
  due: someOf,
  stored: someOf,
  rows: fc.uniqueArray(anyRow, { selector: ({ session }) => session }),
  answers: fc.array(anyAnswer, { maxLength: 3 }),
  feeds: fc.subarray(['a', 'b', 'c']),
  now: fc.constant(now),
})

/** The rows of a table after a plan was carried out. */
function carriedOut(rows: readonly MissingSession[], { put, remove }: GapsPlan): MissingSession[] {
  const table = new Map(rows.map((row) => [row.session, row]))
  for (const session of remove) table.delete(session)
  for (const row of put) table.set(row.session, row)
  return [...table.values()].sort((a, b) => (a.session < b.session ? -1 : 1))
}

describe('whatever was stored, known and answered', () => {
  test('stored and missing sessions make up what is due, without overlap', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const table = carriedOut(given.rows, planGaps(given)).map(({ session }) => session)
        const stored = given.due.filter((session) => given.stored.includes(session))
        expect([...stored, ...table].sort()).toEqual(given.due)
      }),
    )
  })

  test('the plan is its own table, is reached from any order of answers, and said twice changes nothing', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const plan = planGaps(given)
        const table = carriedOut(given.rows, plan)
        const seen = (rows: readonly MissingSession[]) =>
          rows.map(({ session, state, reason }) => [session, state, reason])
        expect(table).toEqual(plan.missing)
        expect(seen(planGaps({ ...given, answers: [...given.answers].reverse() }).missing)).toEqual(seen(table))
        expect(planGaps({ ...given, rows: table }).put).toEqual([])
      }),
    )
  })

  test('a permanent row has a reason, and every feed was asked unless it was not listed then', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const rows = given.rows.filter(({ state, reason }) => state === 'open' || reason !== null)
        for (const { session, state, reason, askedFeeds } of planGaps({ ...given, rows }).missing) {
          if (state === 'open') continue
          expect(reason).not.toBeNull()
          const unlisted = given.listing.listedOn !== null && session < given.listing.listedOn
          expect(unlisted || given.feeds.every((feed) => askedFeeds.includes(feed))).toBe(true)
        }
      }),
    )
  })
})
