import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FeedBar, FeedBars, FeedRevenue, FeedShareCount } from '@/lib/feeds/types'
import { runRefresh } from '@/lib/ingest/refresh'
import { releaseRow } from '@/lib/ingest/release/release'
import { sessionsBetween } from '@/lib/market/sessions'
import { listAudit } from '@/lib/store/audit/list'
import { readBars } from '@/lib/store/bar/read'
import { InputError } from '@/lib/store/errors'
import { readMissing } from '@/lib/store/missing/read'
import { rejectRow } from '@/lib/store/quarantine/close'
import { listQuarantine } from '@/lib/store/quarantine/list'
import { readRevenue } from '@/lib/store/revenue/read'
import { readShareCounts } from '@/lib/store/shareCount/read'
import { addMissingTopics } from '@/lib/store/topic/addMissing'
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
const quiet = (days: readonly string[], level = 100) =>
  days.map((session, i) => bar(session, (level + (i % 7) / 4).toFixed(2), { volume: BigInt(1000 + i) }))
/** A series of which the first new day cannot be believed. */
const doubtful = (day: FeedBar): FeedBar[] => [...quiet(sessions).slice(-5), day, ...quiet(later.slice(1))]

let number = 0
async function listed() {
  const symbol = `${601_000 + ++number}.SS`
  const listing = await newListing(store, { symbol, trackedFrom: '2026-05-06', listedOn: '2020-01-02' })
  await storeBars(store, listing.id, quiet(sessions))
  return listing
}

async function refreshed(symbol: string, answers: readonly Partial<FeedBars>[], now = '2026-07-18T00:00:00Z') {
  const feeds = answers.map((answer, i) => fakeFeed(i === 0 ? 'first' : 'second', { basis: 'raw', ...answer }).feed)
  const order = { job: 'bars' as const, slotId: `answers:${++number}`, trigger: 'test', symbols: [symbol] }
  return (await runRefresh(environmentAt(store, now, feeds), order))?.rows ?? []
}

async function heldOf(symbol: string, key: string) {
  const row = (await listQuarantine(store, { listing: symbol, state: 'held' })).find(
    (each) => each.key === key && each.entity !== 'action',
  )
  if (row === undefined) throw new Error(`nothing held for ${key}`)
  return row
}

describe('an answer of an admin', () => {
  test('leaves one entry of the audit with the row before and after, and what was stored', async () => {
    const { symbol } = await listed()
    await refreshed(symbol, [{ bars: doubtful(bar('2026-07-13', '200')) }])
    const { id } = await heldOf(symbol, '2026-07-13')
    await releaseRow(store, admin, id)
    const [entry, ...more] = await listAudit(store.sql, { entity: 'quarantine', key: String(id) })
    expect(more).toEqual([])
    expect(entry).toMatchObject({
      ...{ action: 'release', actor: 'test', before: { state: 'held', listing: symbol } },
      after: { state: 'released', wrote: 'bar', stored: { session: '2026-07-13', close: '200' } },
    })
  })

  test('of which the audit fails is taken back whole', async () => {
    const { id: listing, symbol } = await listed()
    await refreshed(symbol, [{ bars: doubtful(bar('2026-07-13', '200')) }])
    const { id } = await heldOf(symbol, '2026-07-13')
    await store.sql`ALTER TABLE audit_entry ADD CONSTRAINT refused CHECK (key <> ${store.sql.unsafe(`'${id}'`)})`
    await expect(releaseRow(store, admin, id)).rejects.toThrow('refused')
    await expect(rejectRow(store, admin, id)).rejects.toThrow('refused')
    await store.sql`ALTER TABLE audit_entry DROP CONSTRAINT refused`
    expect((await heldOf(symbol, '2026-07-13')).state).toBe('held')
    expect((await readBars(store.sql, listing, { from: '2026-07-13', to: '2026-07-13' })).session).toEqual([])
  })

  test('of two at once is given once', async () => {
    const { symbol } = await listed()
    await refreshed(symbol, [{ bars: doubtful(bar('2026-07-13', '200')) }])
    const { id } = await heldOf(symbol, '2026-07-13')
    const both = await Promise.allSettled([releaseRow(store, admin, id), rejectRow(store, admin, id, 'no')])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await listAudit(store.sql, { entity: 'quarantine', key: String(id) })).toHaveLength(1)
  })
})

describe('a corrected release', () => {
  test('stores the corrected bar under its own name, and the feed’s bar is not held again', async () => {
    const { id: listing, symbol } = await listed()
    const wrong = doubtful(bar('2026-07-13', '200'))
    await refreshed(symbol, [{ bars: wrong }])
    const { id } = await heldOf(symbol, '2026-07-13')
    await releaseRow(store, admin, id, { open: '100', high: '101', low: '99', close: '100.5', volume: '1234' })
    const range = { from: '2026-07-13', to: '2026-07-13' }
    const corrected = { open: ['100'], close: ['100.5'], volume: [1234n], feed: ['edited'], settled: [true] }
    expect(await readBars(store.sql, listing, range)).toMatchObject(corrected)
    expect((await refreshed(symbol, [{ bars: wrong }], '2026-07-18T01:00:00Z'))[0]).toMatchObject({ changed: 0 })
    await expect(heldOf(symbol, '2026-07-13')).rejects.toThrow('nothing held')
    expect(await readBars(store.sql, listing, range)).toMatchObject(corrected)
  })

  test('stands, however near it is, until the feed says something else', async () => {
    const { id: listing, symbol } = await listed()
    const wrong = doubtful(bar('2026-07-13', '200'))
    await refreshed(symbol, [{ bars: wrong }])
    await releaseRow(store, admin, (await heldOf(symbol, '2026-07-13')).id, { close: '199', low: '199' })
    const close = async () => (await readBars(store.sql, listing, { from: '2026-07-13', to: '2026-07-13' })).close
    await refreshed(symbol, [{ bars: wrong }], '2026-07-18T01:00:00Z')
    expect(await close()).toEqual(['199'])
    await refreshed(symbol, [{ bars: doubtful(bar('2026-07-13', '198')) }], '2026-07-18T02:00:00Z')
    expect(await close()).toEqual(['198'])
  })

  test('makes a bar of a row that could not be read, when all its figures are given', async () => {
    const { id: listing, symbol } = await listed()
    await refreshed(symbol, [{ bars: doubtful(bar('2026-07-13', '0')) }])
    const { id } = await heldOf(symbol, '2026-07-13')
    await expect(releaseRow(store, admin, id, { close: '100' })).rejects.toThrow('not known to be as traded')
    await releaseRow(store, admin, id, { open: '100', high: '100', low: '100', close: '100', volume: '10' })
    expect((await readBars(store.sql, listing, { from: '2026-07-13' })).close[0]).toBe('100')
  })

  test('that breaks the hard rules, or has what does not go with the row, is refused', async () => {
    const { symbol } = await listed()
    await refreshed(symbol, [{ bars: doubtful(bar('2026-07-13', '200')) }])
    const { id } = await heldOf(symbol, '2026-07-13')
    await expect(releaseRow(store, admin, id, { high: '1' })).rejects.toThrow('high 1 is below')
    for (const edits of [{ close: 'ten' }, { ratio: '2' }, { shares: '5' }, { nonsense: 1 }, { volume: '-1' }])
      await expect(releaseRow(store, admin, id, edits)).rejects.toThrow(InputError)
    expect((await heldOf(symbol, '2026-07-13')).state).toBe('held')
  })
})

test('a rejected row that comes again is no row: another feed is asked for the session', async () => {
  const { id, symbol } = await listed()
  const wrong = doubtful(bar('2026-07-13', '200'))
  await refreshed(symbol, [{ bars: wrong }])
  for (const row of await listQuarantine(store, { listing: symbol, state: 'held' }))
    await rejectRow(store, admin, row.id)
  const right = { bars: [...quiet(sessions).slice(-5), bar('2026-07-13', '101'), ...quiet(later.slice(1))] }
  const rows = await refreshed(symbol, [{ bars: wrong }, right], '2026-07-19T01:00:00Z')
  expect(rows.map(({ feed, held, added }) => [feed, held, added])).toEqual([
    ['first', 0, 0],
    ['second', 0, 1],
  ])
  expect((await readBars(store.sql, id, { from: '2026-07-13' })).close[0]).toBe('101')
  expect((await readMissing(store.sql, id)).map(({ session }) => session)).not.toContain('2026-07-13')
})

describe('figures of a company', () => {
  const quarter = (label: string, value: string, over: Partial<FeedRevenue> = {}): FeedRevenue => ({
    ...{ label, periodStart: '2026-04-01', periodEnd: '2026-06-30', value, currency: 'CNY', filed: '2026-07-15' },
    ...{ knownAt: new Date('2026-07-15T16:00:00Z'), derived: false, precision: 'exact', document: 'report' },
    ...over,
  })
  const count = (asOf: string, shares: string): FeedShareCount => ({
    ...{ asOf, shares, filed: '2026-07-15', knownAt: new Date('2026-07-15T16:00:00Z'), document: 'report' },
  })
  async function fed(rows: FeedRevenue[], shares: FeedShareCount[]) {
    const env = environmentAt(store, '2026-07-18T00:00:00Z', [], {
      revenueFeedsFor: () => [
        {
          ...{ id: 'reports', name: 'Reports' },
          fetchRevenue: async () => ({ rows, rejected: [], shares: { rows: shares, rejected: [] } }),
        },
      ],
    })
    const order = { job: 'revenue' as const, slotId: `answers:${++number}`, trigger: 'test' }
    return (await runRefresh(env, order))?.rows[0]
  }

  test('are released, corrected or rejected like bars, and are not held again', async () => {
    const topic = { name: 'x', nameZh: 'x', note: '', noteZh: '', parent: null }
    await addMissingTopics(store, admin, [{ ...topic, slug: 'maker', kind: 'company' }])
    const { symbol } = await newListing(store, { topics: ['maker'], feedSymbols: { reports: '688256' } })
    const old = quarter('2026-Q1', '500', { periodStart: '2026-01-01', periodEnd: '2026-03-31' })
    const rows = [old, quarter('2026-Q2', '600', { currency: 'USD' }), quarter('2026-Q3', 'n/a')]
    const shares = [count('2026-03-31', '418000000'), count('2026-05-31', '418000000'), count('2026-06-30', '418')]
    await fed([old], shares.slice(0, 2))
    expect(await fed(rows, shares)).toMatchObject({ held: 3 })

    await releaseRow(store, admin, (await heldOf(symbol, '2026-06-30')).id, { shares: '419000000' })
    expect((await readShareCounts(store.sql, ['maker'])).at(-1)).toMatchObject({
      asOf: '2026-06-30',
      shares: 419000000n,
    })
    const foreign = (await heldOf(symbol, '2026-Q2')).id
    await expect(releaseRow(store, admin, foreign)).rejects.toThrow('stored figures are in CNY')
    await rejectRow(store, admin, foreign)
    await releaseRow(store, admin, (await heldOf(symbol, '2026-Q3')).id, { value: '700.5' })
    expect((await readRevenue(store.sql, ['maker'])).map(({ label, value }) => [label, value])).toContainEqual([
      '2026-Q3',
      '700.5',
    ])
    expect(await fed(rows, shares)).toMatchObject({ held: 0 })
    expect(await listQuarantine(store, { listing: symbol, state: 'held' })).toEqual([])
  })
})
