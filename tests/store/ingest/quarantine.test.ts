import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FeedBar, FeedBars } from '@/lib/feeds/types'
import { runRefresh } from '@/lib/ingest/refresh'
import { releaseRow } from '@/lib/ingest/release/release'
import { sessionsBetween } from '@/lib/market/sessions'
import { readActions } from '@/lib/store/action/read'
import { readBars } from '@/lib/store/bar/read'
import { ScopeError } from '@/lib/store/context'
import { InputError } from '@/lib/store/errors'
import { QuarantineError, rejectRow } from '@/lib/store/quarantine/close'
import { listQuarantine } from '@/lib/store/quarantine/list'
import { contextAt, type FreshStore, freshStore } from '../../database/fresh'
import { bar, environmentAt, fakeFeed, newListing, storeBars } from './fixtures'

let store: FreshStore
beforeAll(async () => {
  store = await freshStore()
})
afterAll(() => store.close())

const sessions = sessionsBetween('XSHG', '2026-05-06', '2026-07-10')
const later = sessionsBetween('XSHG', '2026-07-13', '2026-07-17')
const admin = contextAt('2026-07-18T08:00:00Z')
/** A quiet series around 100. */
const quiet = (days: readonly string[], level = 100) =>
  days.map((session, i) => bar(session, (level + (i % 7) / 4).toFixed(2), { volume: BigInt(1000 + i) }))

let slot = 0
async function refreshed(symbol: string, answer: Partial<FeedBars>, now = '2026-07-18T00:00:00Z') {
  const { feed } = fakeFeed('first', { basis: 'raw', ...answer })
  const order = { job: 'bars' as const, slotId: `quarantine:${++slot}`, trigger: 'test', symbols: [symbol] }
  const result = await runRefresh(environmentAt(store, now, [feed]), order)
  return result?.rows[0]
}

async function listed() {
  const listing = await newListing(store, {
    trackedFrom: '2026-05-06',
    listedOn: '2020-01-02',
    symbol: `${600_000 + ++slot}.SS`,
  })
  await storeBars(store, listing.id, quiet(sessions))
  return listing
}

const held = (symbol: string, state: 'held' | 'released' | 'rejected' | 'superseded' = 'held') =>
  listQuarantine(store, { listing: symbol, state })
const keys = async (symbol: string, state?: 'held' | 'released' | 'rejected' | 'superseded') =>
  (await held(symbol, state)).map(({ entity, key }) => `${entity} ${key}`).sort()
const stored = async (id: number) => (await readBars(store.sql, id, { from: later[0] })).session
const fatFingered = (): FeedBar[] => [
  ...quiet(sessions).slice(-5),
  ...quiet(later.slice(0, 1), 200),
  ...quiet(later.slice(1)),
]
const split = (): FeedBar[] => [...quiet(sessions).slice(-5), ...quiet(later, 10)]

async function idOf(symbol: string, key: string): Promise<bigint> {
  const row = (await held(symbol)).find((each) => each.key === key)
  if (row === undefined) throw new Error(`nothing held for ${key}`)
  return row.id
}

describe('a row the soft rules do not believe', () => {
  test('is held whole with feed, reason and payload, and the day after it is stored', async () => {
    const { id, symbol } = await listed()
    expect(await refreshed(symbol, { bars: fatFingered() })).toMatchObject({ added: 4, held: 2, error: null })
    expect(await stored(id)).toEqual(later.slice(1))
    const rows = await held(symbol)
    expect(rows.find(({ entity }) => entity === 'bar')).toMatchObject({
      listing: symbol,
      key: '2026-07-13',
      feed: 'first',
      reason: expect.stringMatching(/close 200 is .* times .* of 2026-07-10, beyond the 10 %/),
      payload: { session: '2026-07-13', close: '200', volume: '1000', asTraded: true, settled: true },
      state: 'held',
      closedBy: null,
    })
    // Asked again it is not held twice.
    await refreshed(symbol, { bars: fatFingered() })
    expect(await held(symbol)).toHaveLength(rows.length)
  })

  test('a split nobody announced holds the day and all after it; released as an action it lets them in as traded', async () => {
    const { id, symbol } = await listed()
    expect(await refreshed(symbol, { bars: split() })).toMatchObject({ added: 0, held: 6, error: null })
    expect(await stored(id)).toEqual([])
    expect(await keys(symbol)).toEqual(['action 2026-07-13 split', ...later.map((session) => `bar ${session}`)])
    const released = await releaseRow(store, admin, await idOf(symbol, '2026-07-13 split'))
    expect(released).toMatchObject({ wrote: 'action', date: '2026-07-13' })
    expect(await readActions(store.sql, id)).toMatchObject([
      { kind: 'split', exDate: '2026-07-13', numerator: 10, denominator: 1, feed: 'first', source: 'released by test' },
    ])
    expect(await refreshed(symbol, { bars: split() })).toMatchObject({ added: 5, held: 0, error: null })
    expect((await readBars(store.sql, id, { from: later[0] })).close[0]).toBe('10')
    expect(await keys(symbol)).toEqual([])
    expect(await keys(symbol, 'superseded')).toEqual(later.map((session) => `bar ${session}`))
  })
})

describe('releasing a row', () => {
  test('writes the bar with its source, marks who and when, and the next refresh leaves it and lets the level in', async () => {
    const { id, symbol } = await listed()
    await refreshed(symbol, { bars: split() })
    const first = await idOf(symbol, '2026-07-13')
    const { row } = await releaseRow(store, admin, first)
    expect(row).toMatchObject({ state: 'released', closedBy: 'test', closedAt: admin.now })
    const bars = await readBars(store.sql, id, { from: later[0] })
    expect(bars).toMatchObject({ session: ['2026-07-13'], close: ['10'], settled: [true], feed: ['first'] })
    expect(bars.asOf[0]).toEqual(new Date('2026-07-13T07:00:00Z'))
    expect(await refreshed(symbol, { bars: split() })).toMatchObject({ added: 4, changed: 0, held: 0 })
    expect(await stored(id)).toEqual(later)
    await expect(releaseRow(store, admin, first)).rejects.toThrow(/was released on 2026-07-18 by test/)
  })

  test('over a settled bar keeps the old value as a revision of this moment', async () => {
    const { id, symbol } = await listed()
    const corrected = quiet(sessions).map((each) => (each.session === '2026-07-09' ? bar(each.session, '150') : each))
    expect(await refreshed(symbol, { bars: corrected.slice(-5) })).toMatchObject({ changed: 0, held: 1 })
    await releaseRow(store, admin, await idOf(symbol, '2026-07-09'))
    const bars = await readBars(store.sql, id, { from: '2026-07-09', to: '2026-07-09' })
    expect(bars).toMatchObject({ close: ['150'], feed: ['first'] })
    const revisions = await store.sql`SELECT session, revised_at FROM bar_revision WHERE listing_id = ${id}`
    expect(revisions).toEqual([{ session: '2026-07-09', revised_at: admin.now }])
    expect(await refreshed(symbol, { bars: corrected.slice(-5) })).toMatchObject({ changed: 0, held: 0 })
  })

  test('takes the session out of the missing ones in the same transaction', async () => {
    const { id, symbol } = await listed()
    await refreshed(symbol, { bars: fatFingered() })
    const missing = async () =>
      (await store.sql<{ session: string }[]>`SELECT session FROM missing_session WHERE listing_id = ${id}`).map(
        (r) => r.session,
      )
    await releaseRow(store, admin, await idOf(symbol, '2026-07-13'))
    expect(await missing()).not.toContain('2026-07-13')
  })

  test('validates the hard rules again and writes nothing that breaks them', async () => {
    const { id, symbol } = await listed()
    await refreshed(symbol, { bars: fatFingered() })
    const row = await idOf(symbol, '2026-07-13')
    await store.sql`UPDATE quarantine SET payload = payload || '{"low": "300"}' WHERE id = ${String(row)}::bigint`
    await expect(releaseRow(store, admin, row)).rejects.toThrow(/2026-07-13: low 300 is above the open/)
    expect(await stored(id)).toEqual(later.slice(1))
    expect((await held(symbol)).map(({ id: each }) => each)).toContain(row)
  })

  test('refuses a row held by a hard rule: it is not known to be as traded', async () => {
    const { symbol } = await listed()
    await refreshed(symbol, { bars: [...quiet(sessions).slice(-5), bar('2026-07-13', '0')] })
    await expect(releaseRow(store, admin, await idOf(symbol, '2026-07-13'))).rejects.toThrow(
      /not known to be as traded/,
    )
  })

  test('of a refused basis adds the split, with the ratio and day an admin names', async () => {
    const { id, symbol } = await listed()
    const fed = quiet(sessions, 100)
      .slice(-5)
      .map((each) => bar(each.session, (Number(each.close) / 1.49).toFixed(6)))
    await refreshed(symbol, { basis: 'split', bars: [...fed, bar(later[0] ?? '', '67.2')] })
    const [candidate] = await held(symbol)
    const row = candidate?.id ?? 0n
    expect(candidate?.reason).toContain('1.48999')
    await expect(releaseRow(store, admin, row, { exDate: '2026-07-12' })).rejects.toThrow(/not a session of XSHG/)
    await expect(releaseRow(store, admin, row, { exDate: '2026-07-13', ratio: 'two' })).rejects.toThrow(InputError)
    await expect(releaseRow(store, admin, row)).rejects.toThrow(/ex-date is not known/)
    // 1.48999 of rounded prices is the 1.49 of a bonus issue.
    await releaseRow(store, admin, row, { exDate: '2026-07-13' })
    expect(await readActions(store.sql, id)).toMatchObject([{ exDate: '2026-07-13', numerator: 149, denominator: 100 }])
  })

  test('needs an admin, an id there is, and a row still held', async () => {
    const { symbol } = await listed()
    await refreshed(symbol, { bars: fatFingered() })
    const row = await idOf(symbol, '2026-07-13')
    await expect(releaseRow(store, { ...admin, scopes: ['ingest'] }, row)).rejects.toThrow(ScopeError)
    await expect(rejectRow(store, { ...admin, scopes: ['ingest'] }, row)).rejects.toThrow(ScopeError)
    await expect(releaseRow(store, admin, 999_999n)).rejects.toThrow('there is no row 999999 in quarantine')
    await expect(rejectRow(store, admin, 999_999n)).rejects.toThrow(QuarantineError)
  })
})

describe('rejecting a row', () => {
  test('keeps it and does not hold the same row again, though another value for that day is', async () => {
    const { id, symbol } = await listed()
    await refreshed(symbol, { bars: fatFingered() })
    for (const row of await held(symbol)) await rejectRow(store, admin, row.id, 'a typing error')
    expect(await refreshed(symbol, { bars: fatFingered() }, '2026-07-18T01:00:00Z')).toMatchObject({
      held: 0,
      added: 0,
    })
    expect(await keys(symbol)).toEqual([])
    const rejected = await held(symbol, 'rejected')
    expect(rejected).toHaveLength(2)
    expect(rejected[0]).toMatchObject({
      closedBy: 'test',
      reason: expect.stringContaining('; rejected: a typing error'),
    })
    expect(await stored(id)).toEqual(later.slice(1))
    const other = fatFingered().map((each) => (each.session === '2026-07-13' ? bar(each.session, '210') : each))
    expect(await refreshed(symbol, { bars: other })).toMatchObject({ held: 1 })
    const right = fatFingered().map((each) => (each.session === '2026-07-13' ? bar(each.session, '101') : each))
    expect(await refreshed(symbol, { bars: right })).toMatchObject({ added: 1, held: 0 })
  })
})
