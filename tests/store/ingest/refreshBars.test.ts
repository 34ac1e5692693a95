import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FeedError } from '@/lib/feeds/types'
import { runRefresh } from '@/lib/ingest/refresh'
import { readActions } from '@/lib/store/action/read'
import { readBars } from '@/lib/store/bar/read'
import { listingBySymbol } from '@/lib/store/listing/list'
import { listRuns } from '@/lib/store/run/list'
import { type FreshStore, freshStore } from '../../database/fresh'
import { bar, environmentAt, fakeFeed, heldRows, newListing, storeBars, storedLines } from './fixtures'

let store: FreshStore
beforeAll(async () => {
  store = await freshStore()
})
afterAll(() => store.close())

let slot = 0
const order = (symbol: string, from?: string) => ({
  job: 'bars' as const,
  slotId: `test:${++slot}`,
  trigger: 'test',
  symbols: [symbol],
  ...(from ? { from } : {}),
})

// Monday 2026-07-20 to Friday 2026-07-24; sessions of Shanghai.
const week = ['2026-07-20', '2026-07-21', '2026-07-22', '2026-07-23', '2026-07-24']
const weekend = '2026-07-25T00:00:00Z'

async function refreshed(symbol: string, feeds: Parameters<typeof environmentAt>[2], now = weekend, from?: string) {
  const result = await runRefresh(environmentAt(store, now, feeds), order(symbol, from))
  if (!result) throw new Error('not elected')
  return result
}

describe('a refresh of bars', () => {
  test('promise 1: a refresh run twice changes nothing: the sessions served are stored, settled and as of their close, once', async () => {
    const { id, symbol } = await newListing(store)
    const { feed, asked } = fakeFeed('first', { bars: week.map((session, i) => bar(session, `${10 + i}.5`)) })
    expect(await refreshed(symbol, [feed])).toMatchObject({
      outcome: 'succeeded',
      rows: [{ job: 'bars', subject: symbol, feed: 'first', added: 5, changed: 0, unchanged: 0, held: 0, error: null }],
    })
    const lines = await storedLines(store, id)
    expect(lines[4]).toBe('2026-07-24,14.5,14.5,14.5,14.5,1000,t,2026-07-24 07:00:00+00')
    expect((await refreshed(symbol, [feed])).rows).toMatchObject([{ added: 0, changed: 0, unchanged: 5, held: 0 }])
    expect(await storedLines(store, id)).toEqual(lines)
    expect(await store.sql`SELECT 1 FROM bar_revision WHERE listing_id = ${id}`).toHaveLength(0)
    expect(asked).toEqual([
      { from: '2026-07-01', to: '2026-07-25' },
      { from: '2026-07-20', to: '2026-07-25' },
    ])
  })

  test('reads the last five settled sessions again and keeps the old value of a corrected one', async () => {
    const { id, symbol } = await newListing(store)
    await storeBars(
      store,
      id,
      ['2026-07-17', ...week].map((session) => bar(session, '10')),
    )
    const { feed, asked } = fakeFeed('first', { bars: week.map((s) => bar(s, s === '2026-07-21' ? '10.02' : '10')) })
    expect((await refreshed(symbol, [feed])).rows).toMatchObject([{ added: 0, changed: 1, unchanged: 4 }])
    expect(asked[0]?.from).toBe('2026-07-20')
    const revisions =
      await store.sql`SELECT session, trim_scale(close)::text AS close FROM bar_revision WHERE listing_id = ${id}`
    expect(revisions).toEqual([{ session: '2026-07-21', close: '10' }])
  })

  test('a volume of zero of an index is none: the feed does not count it', async () => {
    const { id, symbol } = await newListing(store, { kind: 'index' })
    await storeBars(store, id, [bar('2026-07-20', '10', { volume: null })])
    const { feed } = fakeFeed('first', { bars: week.slice(0, 2).map((session) => bar(session, '10', { volume: 0n })) })
    expect(await refreshed(symbol, [feed])).toMatchObject({ rows: [{ added: 1, changed: 0, unchanged: 1 }] })
    expect((await readBars(store.sql, id)).volume).toEqual([null, null])
  })

  test('a start later than the overlap is not taken: an answer is only believed where it can be checked', async () => {
    const { id, symbol } = await newListing(store)
    await storeBars(
      store,
      id,
      week.slice(0, 3).map((session) => bar(session, '10')),
    )
    const { feed, asked } = fakeFeed('first', { bars: week.map((session) => bar(session, '10')) })
    await refreshed(symbol, [feed], weekend, '2026-07-24')
    expect(asked[0]?.from).toBe('2026-07-20')
    await refreshed(symbol, [feed], weekend, '2026-07-10')
    expect(asked[1]?.from).toBe('2026-07-10')
  })

  test('the last bar is unsettled until the close and the delay of the feed have passed, and settles then', async () => {
    const { id, symbol } = await newListing(store)
    const { feed } = fakeFeed('first', { bars: [bar('2026-07-23', '10'), bar('2026-07-24', '11')] })
    // Shanghai closes at 07:00 UTC; half an hour of delay.
    await refreshed(symbol, [feed], '2026-07-24T07:29:00Z')
    expect((await readBars(store.sql, id)).settled).toEqual([true, false])
    expect((await readBars(store.sql, id)).asOf[1]).toEqual(new Date('2026-07-24T07:29:00Z'))
    const later = fakeFeed('first', { bars: [bar('2026-07-23', '10'), bar('2026-07-24', '12')] })
    expect((await refreshed(symbol, [later.feed], '2026-07-24T07:30:00Z')).rows).toMatchObject([
      { added: 0, changed: 1, unchanged: 1 },
    ])
    expect(await readBars(store.sql, id)).toMatchObject({ settled: [true, true], close: ['10', '12'] })
    expect(await store.sql`SELECT 1 FROM bar_revision WHERE listing_id = ${id}`).toHaveLength(0)
  })

  test('bars that cannot be are held whole with their reason, and the rest is stored', async () => {
    const { id, symbol } = await newListing(store)
    const { feed } = fakeFeed('first', {
      bars: [
        bar('2026-07-18', '10'),
        bar('2026-07-20', '10'),
        bar('2026-07-20', '10'),
        bar('2026-07-21', '10'),
        bar('2026-07-21', '10.5'),
        bar('2026-07-22', '10', { low: '10.5', high: '11' }),
        bar('2026-07-23', '0'),
        bar('2026-07-24', '10', { volume: -1n }),
      ],
      rejected: [{ key: '2026-07-17', reason: 'no high', payload: { high: null } }],
    })
    expect(await refreshed(symbol, [feed])).toMatchObject({
      outcome: 'partly',
      rows: [{ added: 1, held: 7, error: null }],
    })
    expect((await readBars(store.sql, id)).session).toEqual(['2026-07-20'])
    expect((await heldRows(store, id)).map(({ key, reason }) => `${key} ${reason}`)).toEqual(
      [
        '2026-07-17 no high',
        '2026-07-18 not a session of XSHG',
        '2026-07-22 low 10.5 is above the open 10 or the close 10',
        '2026-07-23 open is "0", not a price above zero',
        '2026-07-24 volume is -1, not a number of shares',
        '2026-07-21 one of 2 bars that differ for one session',
      ].flatMap((line) => (line.startsWith('2026-07-21') ? [line, line] : [line])),
    )
    await refreshed(symbol, [feed])
    expect((await heldRows(store, id)).length).toBeLessThanOrEqual(7)
  })

  test('a session that has not opened, and one beyond the calendar, are held and not dropped', async () => {
    const { id, symbol } = await newListing(store, { trackedFrom: '2026-12-28' })
    const { feed } = fakeFeed('first', {
      bars: [bar('2026-12-30', '10'), bar('2026-12-31', '10'), bar('2027-01-04', '10')],
    })
    await refreshed(symbol, [feed], '2026-12-31T01:00:00Z')
    expect((await heldRows(store, id)).map(({ key, reason }) => [key, reason])).toEqual([
      ['2026-12-31', 'a session that has not opened yet'],
    ])
    await refreshed(symbol, [feed], '2027-01-05T00:00:00Z')
    expect((await heldRows(store, id))[1]).toMatchObject({
      key: '2027-01-04',
      reason: expect.stringContaining('outside the calendar of XSHG'),
    })
    expect((await readBars(store.sql, id)).session).toEqual(['2026-12-30', '2026-12-31'])
  })

  test('when no row is usable the attempt fails, everything is held, and no other feed is asked to cover it up', async () => {
    const { id, symbol } = await newListing(store)
    const bad = fakeFeed('first', { bars: week.map((session) => bar(session, '-1')) })
    const good = fakeFeed('second', { bars: week.map((session) => bar(session, '10')) })
    const result = await refreshed(symbol, [bad.feed, good.feed])
    expect(result).toMatchObject({
      outcome: 'failed',
      rows: [{ feed: 'first', held: 5, error: { class: 'invalid-rows' } }],
    })
    expect(good.asked).toEqual([])
    expect(await storedLines(store, id)).toEqual([])
  })

  test.each(['USD', null])('an answer in the currency %s is refused whole', async (currency) => {
    const { id, symbol } = await newListing(store)
    const { feed } = fakeFeed('first', { currency, bars: week.map((session) => bar(session, '10')) })
    const result = await refreshed(symbol, [feed])
    expect(result.rows).toMatchObject([
      { added: 0, held: 1, error: { class: 'invalid-rows', message: expect.stringContaining('expected CNY') } },
    ])
    expect(await storedLines(store, id)).toEqual([])
    expect(await heldRows(store, id)).toMatchObject([{ entity: 'bar', key: 'currency' }])
  })

  test('one listing whose feed fails does not stop the others, and the failure is written down', async () => {
    const bad = await newListing(store, { position: 1 })
    const good = await newListing(store, { position: 2 })
    let calls = 0
    const { feed } = fakeFeed('first', () =>
      ++calls === 1
        ? new FeedError('first', 'timeout', 'Feed first did not answer in time')
        : { bars: week.map((session) => bar(session, '10')) },
    )
    const result = await runRefresh(environmentAt(store, weekend, [feed]), {
      ...order(''),
      symbols: [bad.symbol, good.symbol],
    })
    expect(result).toMatchObject({
      outcome: 'partly',
      rows: [
        { subject: bad.symbol, error: { class: 'timeout', message: 'Feed first did not answer in time' } },
        { subject: good.symbol, added: 5, error: null },
      ],
    })
    const run = (await listRuns(store, { limit: 50 })).find(({ id }) => id === result?.runId)
    expect(run).toMatchObject({ outcome: 'partly', added: 5 })
    expect(run?.attempts).toMatchObject([
      { subject: bad.symbol, outcome: 'failed', errorClass: 'timeout' },
      { subject: good.symbol, outcome: 'succeeded', added: 5 },
    ])
  })

  test('a fault in the reading of a feed is a failure of that feed; the next one answers', async () => {
    const { id, symbol } = await newListing(store)
    const broken = fakeFeed('first', new TypeError('x is undefined'))
    const good = fakeFeed('second', { bars: week.map((session) => bar(session, '10')) })
    const result = await refreshed(symbol, [broken.feed, good.feed])
    expect(result.rows).toMatchObject([
      { feed: 'first', error: { class: 'not-the-format', message: expect.stringContaining('x is undefined') } },
      { feed: 'second', added: 5, error: null },
    ])
    expect((await readBars(store.sql, id)).feed).toEqual(Array(5).fill('second'))
  })

  test('a listing that no feed covers says so', async () => {
    const { symbol } = await newListing(store, { feedSymbols: {} })
    const { feed, asked } = fakeFeed('first', { bars: [] })
    const result = await refreshed(symbol, [feed])
    expect(result.rows).toMatchObject([
      { feed: null, error: { class: 'unknown-symbol', message: expect.stringContaining(symbol) } },
    ])
    expect(asked).toEqual([])
  })

  test('the actions job stores corporate actions and no bar', async () => {
    const { id, symbol } = await newListing(store)
    const { feed } = fakeFeed('first', {
      bars: week.map((session) => bar(session, '10')),
      actions: [{ kind: 'dividend', exDate: '2026-07-22', cash: '0.5', currency: 'CNY' }],
    })
    const result = await runRefresh(environmentAt(store, weekend, [feed]), { ...order(symbol), job: 'actions' })
    expect(result?.rows).toMatchObject([{ job: 'actions', added: 1, unchanged: 0 }])
    expect(await storedLines(store, id)).toEqual([])
    expect(await readActions(store.sql, id)).toMatchObject([{ kind: 'dividend', exDate: '2026-07-22', cash: '0.5' }])
    const again = await runRefresh(environmentAt(store, weekend, [feed]), { ...order(symbol), job: 'actions' })
    expect(again?.rows).toMatchObject([{ added: 0, unchanged: 1 }])
  })

  test('dividends are known as far as they were asked for without a break, and no further', async () => {
    const { symbol } = await newListing(store)
    const known = async () => (await listingBySymbol(store.sql, symbol))?.dividendsKnownTo
    const { feed } = fakeFeed('first', { bars: week.map((session) => bar(session, '10')) })
    const { feed: priceless } = fakeFeed('first', { bars: week.map((session) => bar(session, '10')) })
    await refreshed(symbol, [{ ...priceless, withoutActions: true }])
    expect(await known()).toBeNull()
    await refreshed(symbol, [feed])
    expect(await known()).toBeNull()
    await runRefresh(environmentAt(store, weekend, [feed]), { ...order(symbol), job: 'actions' })
    expect(await known()).toBe('2026-07-25')
    await refreshed(symbol, [feed], '2026-07-28T12:00:00Z')
    expect(await known()).toBe('2026-07-28')
  })

  test('a store that fails ends the refresh with its own error', async () => {
    const { symbol } = await newListing(store)
    const { feed } = fakeFeed('first', { bars: week.map((session) => bar(session, '10')) })
    const env = environmentAt(store, weekend, [feed])
    const begin = () => Promise.reject(new Error('disk full'))
    const sql = new Proxy(store.sql, { get: (target, key) => (key === 'begin' ? begin : Reflect.get(target, key)) })
    await expect(runRefresh({ ...env, store: { ...store, sql } }, order(symbol))).rejects.toThrow('disk full')
  })

  test('a refresh that is ended stops between two listings and its run is closed as abandoned', async () => {
    const one = await newListing(store, { position: 1 })
    const two = await newListing(store, { position: 2 })
    const control = new AbortController()
    const { feed } = fakeFeed('first', () => {
      control.abort(new Error('enough'))
      return { bars: week.map((session) => bar(session, '10')) }
    })
    const env = { ...environmentAt(store, weekend, [feed]), signal: control.signal }
    const result = await runRefresh(env, { ...order(''), symbols: [one.symbol, two.symbol] })
    expect(result).toMatchObject({ outcome: 'interrupted', rows: [{ subject: one.symbol, added: 5 }] })
    const run = (await listRuns(store, { limit: 50 })).find(({ id }) => id === result?.runId)
    expect(run).toMatchObject({ outcome: 'abandoned', added: 5 })
    expect(await storedLines(store, two.id)).toEqual([])
  })
})
