import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { pollQuotes } from '@/jobs/worker/quotes'
import { refreshBars } from '@/lib/ingest/refreshBars'
import { refreshQuotes } from '@/lib/ingest/refreshQuotes'
import { watchQuotes } from '@/lib/ingest/watchQuotes'
import type { Listing } from '@/lib/store/listing/list'
import { readLiveLines } from '@/lib/store/live/read'
import { sweepLive } from '@/lib/store/live/sweep'
import { latestQuotes } from '@/lib/store/quote/read'
import { beginRun } from '@/lib/store/run/begin'
import { finishRun } from '@/lib/store/run/record'
import { contextAt, type FreshStore, freshStore } from '../../database/fresh'
import { type Standin, startStandin } from '../../standin'
import { newListing, storeBars, storedLines } from './fixtures'
import { quoteEnvironment } from './quoteEnvironment'

const session = '2026-07-23'
const shanghai = (time: string) => new Date(`${session}T${time}+08:00`)
let clock = shanghai('10:00:00')
let standin: Standin
let store: FreshStore
let listing: Listing
beforeAll(async () => {
  standin = await startStandin({ clock: () => clock })
  store = await freshStore()
})
afterAll(async () => {
  await standin?.close()
  await store?.close()
})

const before = { session: '2026-07-22', open: 1290, high: 1310, low: 1280, close: 1305, volume: 1000 }
const ticks = [
  { at: '2026-07-23T01:30:00Z', price: 1300, shares: 500 },
  { at: '2026-07-23T01:59:00Z', price: 1320.5, shares: 300 },
  { at: '2026-07-23T05:30:00Z', price: 1290.25, shares: 200 },
  { at: '2026-07-23T06:59:59Z', price: 1311, shares: 100 },
]
let symbols = 0
beforeEach(async () => {
  await store.sql`DELETE FROM refresh_run`
  await store.sql`DELETE FROM feed_state`
  await store.sql`UPDATE listing SET status = 'delisted'`
  standin.set(null)
  clock = shanghai('10:00:00')
  const code = String(688_500 + symbols++)
  listing = await newListing(store, {
    symbol: `${code}.SS`,
    trackedFrom: '2026-07-20',
    feedSymbols: { yahoo: `${code}.SS`, tencent: `sh${code}` },
  })
  standin.setData({
    listings: [
      {
        ...{ symbol: listing.symbol, currency: 'CNY', timeZone: 'Asia/Shanghai', bars: [before] },
        replay: { session, close: '2026-07-23T07:00:00Z', ticks },
      },
    ],
  })
  await storeBars(store, listing.id, [
    { session: '2026-07-22', open: '1290', high: '1310', low: '1280', close: '1305', volume: 1000n },
  ])
})

const environment = () =>
  quoteEnvironment(
    store,
    () => standin,
    () => clock,
  )
const poll = (env = environment()) => refreshQuotes(env, 'XSHG', [listing])
const newestQuote = async () => (await latestQuotes(store.sql, [listing.id]))[0]

describe('a poll', () => {
  test('stores the price and makes the unsettled bar of the day of it', async () => {
    expect(await poll()).toMatchObject([
      { job: 'quotes', subject: listing.symbol, feed: 'yahoo', added: 1, error: null },
    ])
    expect(await newestQuote()).toMatchObject({ price: '1320.5', previousClose: '1305', volume: 800n, feed: 'yahoo' })
    expect((await storedLines(store, listing.id)).at(-1)).toBe(
      '2026-07-23,1300,1320.5,1300,1320.5,800,f,2026-07-23 01:59:00+00',
    )
  })

  test('again, of the same moment, adds no row and tells nobody', async () => {
    await poll()
    const lines = await readLiveLines(store.sql, 0n)
    expect(lines.lines.slice(-2)).toMatchObject([
      { topic: 'quotes', key: listing.symbol },
      { topic: 'quotes', key: listing.symbol },
    ])
    expect(await poll()).toMatchObject([{ added: 0, unchanged: 1, error: null }])
    expect((await readLiveLines(store.sql, 0n)).lines.length).toBe(lines.lines.length)
  })

  test('when the first feed fails asks the second', async () => {
    standin.set({ match: '/v8/finance/chart/', fault: { kind: 'status', status: 403 } })
    expect(await poll()).toMatchObject([
      { feed: 'yahoo', error: { class: 'refused' } },
      { feed: 'tencent', added: 1, error: null },
    ])
    expect(await newestQuote()).toMatchObject({ price: '1320.5', feed: 'tencent' })
  })

  test.each([
    ['in the midday break', '12:00:00'],
    ['after the close', '15:00:00'],
    ['before the open', '09:29:59'],
  ])('%s asks nobody', async (_, time) => {
    clock = shanghai(time)
    const asked = standin.requests.length
    expect(await poll()).toEqual([])
    expect(await watchQuotes(environment(), 'XSHG').tick()).toEqual([])
    expect(standin.requests.length).toBe(asked)
  })

  test('nothing is asked for a listing nobody tracks yet, or one that is delisted', async () => {
    const asked = standin.requests.length
    expect(await refreshQuotes(environment(), 'XSHG', [{ ...listing, trackedFrom: '2026-08-01' }])).toEqual([])
    expect(await refreshQuotes(environment(), 'XSHG', [{ ...listing, status: 'delisted' }])).toEqual([])
    expect(standin.requests.length).toBe(asked)
  })

  test.each([
    ['a price of zero', [{ at: '2026-07-23T01:59:00Z', price: 0, shares: 1 }], 'empty'],
    [
      'a price beyond what the exchange allows',
      [{ at: '2026-07-23T01:59:00Z', price: 13_205, shares: 1 }],
      'invalid-rows',
    ],
    ['a price of the day before', [{ at: '2026-07-22T01:59:00Z', price: 1300, shares: 1 }], undefined],
  ])('%s is not stored', async (_, wrong, errorClass) => {
    const replay = { session: wrong[0]?.at.slice(0, 10) ?? '', close: '2026-07-23T07:00:00Z', ticks: wrong }
    const bars = replay.session === session ? [before] : []
    standin.setData({
      listings: [{ symbol: listing.symbol, currency: 'CNY', timeZone: 'Asia/Shanghai', bars, replay }],
    })
    const rows = await poll()
    expect(rows.map(({ error }) => error?.class)).toEqual([errorClass, errorClass])
    expect(await newestQuote()).toBeUndefined()
    expect((await storedLines(store, listing.id)).length).toBe(1)
  })

  test('a price in another currency is not stored', async () => {
    standin.set({ match: '/v8/', fault: { kind: 'currency', currency: 'USD' } })
    const [yahoo] = await poll()
    expect(yahoo).toMatchObject({ feed: 'yahoo', added: 0, error: { class: 'invalid-rows' } })
    expect(yahoo?.error?.message).toContain('it is in USD, expected CNY')
  })

  test('an older price than the stored one changes nothing', async () => {
    await poll()
    await store.sql`UPDATE quote SET at = ${shanghai('09:59:59')} WHERE listing_id = ${listing.id}`
    expect(await poll()).toMatchObject([{ added: 0, unchanged: 1, error: null }])
  })

  test('of a feed that is late is not the end: where another gave a newer price meanwhile, that one is asked again', async () => {
    standin.set({ match: '/v8/finance/chart/', fault: { kind: 'status', status: 403 } })
    clock = shanghai('13:30:01')
    await poll()
    expect(await newestQuote()).toMatchObject({ price: '1290.25', feed: 'tencent' })
    await store.sql`UPDATE quote SET at = at + interval '1 minute' WHERE listing_id = ${listing.id}`
    standin.set(null)
    clock = shanghai('14:59:59')
    standin.setData({
      listings: [
        {
          ...{ symbol: listing.symbol, currency: 'CNY', timeZone: 'Asia/Shanghai', bars: [before] },
          replay: { session, close: '2026-07-23T07:00:00Z', ticks: ticks.slice(0, 3) },
        },
      ],
    })
    // Both stand at 13:30 still, a minute before what is stored: Yahoo is overtaken, Tencent itself has nothing newer.
    expect(await poll()).toMatchObject([
      { feed: 'yahoo', unchanged: 1, error: null },
      { feed: 'tencent', unchanged: 1, error: null },
    ])
  })

  test('never touches a settled bar', async () => {
    await storeBars(store, listing.id, [{ session, open: '1', high: '1', low: '1', close: '1', volume: 1n }])
    await poll()
    expect((await storedLines(store, listing.id)).at(-1)).toBe('2026-07-23,1,1,1,1,1,t,2026-07-23 07:00:00+00')
  })
})

test('at the replayed close the settled bar of the daily refresh takes the place of the unsettled one', async () => {
  await poll()
  clock = shanghai('14:00:00')
  await poll()
  expect((await storedLines(store, listing.id)).at(-1)).toContain('2026-07-23,1300,1320.5,1290.25,1290.25,1000,f,')
  clock = shanghai('15:40:00')
  expect(await poll()).toEqual([])
  const runId = await beginRun(store, contextAt(clock.toISOString()), { job: 'bars', slotId: 'x', trigger: 'test' })
  await refreshBars(environment(), { runId: runId ?? '', job: 'bars', listing })
  expect((await storedLines(store, listing.id)).at(-1)).toBe(
    '2026-07-23,1300,1320.5,1290.25,1311,1100,t,2026-07-23 07:00:00+00',
  )
  expect(await store.sql`SELECT 1 FROM bar_revision WHERE listing_id = ${listing.id}`).toHaveLength(0)
})

describe('the watch of an exchange', () => {
  const runs = () =>
    store.sql<
      { slotId: string; outcome: string }[]
    >`SELECT slot_id AS "slotId", outcome::text FROM refresh_run WHERE job = 'quotes' ORDER BY started_at`

  test('of several workers one polls, over the midday break, and closes its run at the close', async () => {
    const [one, other] = [watchQuotes(environment(), 'XSHG'), watchQuotes(environment(), 'XSHG')]
    expect(await one.tick()).toMatchObject([{ added: 1 }])
    expect(await other.tick()).toEqual([])
    clock = shanghai('12:00:00')
    expect(await one.tick()).toEqual([])
    // The test's clock jumps: the lease is extended by the real one, every ten seconds of it.
    await store.sql`UPDATE refresh_run SET lease_until = ${shanghai('23:00:00')}`
    clock = shanghai('14:00:00')
    expect(await other.tick()).toEqual([])
    expect(await one.tick()).toMatchObject([{ added: 1 }])
    clock = shanghai('15:00:00')
    expect(await one.tick()).toEqual([])
    expect(await runs()).toEqual([{ slotId: 'quotes-XSHG@2026-07-23', outcome: 'succeeded' }])
    await Promise.all([one.stop(), other.stop()])
  })

  test('a worker that is stopped leaves the session to the next; one that dies, when its lease is over', async () => {
    const one = watchQuotes(environment(), 'XSHG')
    await one.tick()
    await one.stop()
    const second = watchQuotes(environment(), 'XSHG')
    clock = shanghai('13:35:00')
    expect(await second.tick()).toMatchObject([{ added: 1 }])
    // The second is dead: nobody extends its lease.
    clock = shanghai('15:00:00')
    clock = shanghai('14:59:59')
    const third = watchQuotes(environment(), 'XSHG')
    expect(await third.tick()).toMatchObject([{ added: 1 }])
    expect((await runs()).map(({ outcome }) => outcome)).toEqual(['abandoned', 'abandoned', 'running'])
    await Promise.all([second.stop(), third.stop()])
  })

  test('writes down what its feeds did when that changes, not at every poll', async () => {
    const watch = watchQuotes(environment(), 'XSHG')
    for (const second of ['00', '15', '30', '45']) {
      clock = shanghai(`10:00:${second}`)
      await watch.tick()
    }
    standin.set({ match: '/v8/finance/chart/', fault: { kind: 'status', status: 403 } })
    clock = shanghai('10:01:00')
    await watch.tick()
    await watch.stop()
    const attempts = await store.sql`
      SELECT feed, outcome::text, error_class AS "errorClass", added, unchanged FROM refresh_attempt ORDER BY started_at, feed`
    expect([...attempts]).toEqual([
      { feed: 'yahoo', outcome: 'succeeded', errorClass: null, added: 1, unchanged: 3 },
      { feed: 'tencent', outcome: 'succeeded', errorClass: null, added: 0, unchanged: 1 },
      { feed: 'yahoo', outcome: 'failed', errorClass: 'refused', added: 0, unchanged: 0 },
    ])
  })
})

test('the worker polls at its interval, and gives the session up when it is stopped', async () => {
  const end = pollQuotes(environment(), 20)
  await expect.poll(async () => (await newestQuote())?.price).toBe('1320.5')
  clock = shanghai('13:30:01')
  await expect.poll(async () => (await newestQuote())?.price).toBe('1290.25')
  await end()
  const asked = standin.requests.length
  clock = shanghai('14:00:00')
  await new Promise((done) => setTimeout(done, 100))
  expect(standin.requests.length).toBe(asked)
  const runs = await store.sql`SELECT outcome::text FROM refresh_run WHERE job = 'quotes'`
  expect([...runs]).toEqual([{ outcome: 'abandoned' }])
})

test('a run that is over is not begun again', async () => {
  const slot = { job: 'quotes', slotId: `quotes-XSHG@${session}`, trigger: 'schedule' }
  const runId = await beginRun(store, contextAt(clock.toISOString()), slot)
  await finishRun(store, contextAt(clock.toISOString()), runId ?? '')
  const asked = standin.requests.length
  expect(await watchQuotes(environment(), 'XSHG').tick()).toEqual([])
  expect(standin.requests.length).toBe(asked)
})

test('old quotes and old lines of the log are swept, later ones stay', async () => {
  await poll()
  expect(await sweepLive(store.sql, contextAt('2026-07-24T01:00:00Z'))).toMatchObject({ quoteWeeks: 0 })
  expect(await newestQuote()).toBeDefined()
  expect((await sweepLive(store.sql, contextAt('2026-08-02T23:00:00Z'))).quoteWeeks).toBe(1)
  expect(await newestQuote()).toBeDefined()
  expect((await sweepLive(store.sql, contextAt('2026-08-03T02:00:00Z'))).quoteWeeks).toBe(1)
  expect(await newestQuote()).toBeUndefined()
  expect((await readLiveLines(store.sql, 0n)).lines).toEqual([])
})
