import { afterAll, beforeAll, expect, test } from 'vitest'
import { yahooBars } from '@/lib/feeds/yahoo'
import { registeredSources } from '@/lib/ingest/feedContext'
import { feedLimits, type LimitOptions } from '@/lib/ingest/limits'
import { runRefresh } from '@/lib/ingest/refresh'
import type { RefreshEnvironment } from '@/lib/ingest/sources'
import { readSettings } from '@/lib/settings'
import { feedStatus } from '@/lib/store/feed/status'
import { type FreshStore, freshStore } from '../../database/fresh'
import { type Standin, startStandin } from '../../standin'
import { bar, fakeFeed, newListing, storedLines } from './fixtures'

let store: FreshStore
let standin: Standin
beforeAll(async () => {
  store = await freshStore()
  standin = await startStandin()
})
afterAll(async () => {
  await standin.close()
  await store.close()
})

const timeoutMs = 200
const days = ['2026-07-01', '2026-07-02', '2026-07-03']
let number = 0
const tenListings = () =>
  Promise.all(
    Array.from({ length: 10 }, () => {
      const symbol = `L${++number}.SS`
      return newListing(store, { symbol, feedSymbols: { yahoo: symbol, second: symbol } })
    }),
  )

/** A process with Yahoo at the stand-in first and a feed that answers second, its clock `offsetMs` ahead of 2026-07-04. */
function processAt(offsetMs: number, over: Partial<LimitOptions> = {}) {
  const base = Date.parse('2026-07-04T00:00:00Z') + offsetMs
  const began = Date.now()
  const clock = () => new Date(base + Date.now() - began)
  const limits = feedLimits({ store, actor: 'test', clock, ...over })
  const registered = registeredSources(readSettings({ YAHOO_ORIGIN: standin.origin }), limits)
  const infoOf = () => ({ name: 'Second', bucket: { capacity: 1_000, perSecond: 1_000 } })
  const second = feedLimits({ store, actor: 'test', clock, infoOf, ...over })
  const ofFeed = (feed: string) => (feed === 'second' ? second : limits)
  const answering = fakeFeed('second', { bars: days.map((day) => bar(day, '10')), basis: 'raw' })
  const env: RefreshEnvironment = {
    store,
    actor: 'test',
    clock,
    sources: {
      ...registered,
      barFeedsFor: () => [yahooBars, answering.feed],
      contextFor: (feed, signal) => ({
        ...registered.contextFor(feed === 'second' ? 'yahoo' : feed, signal),
        timeoutMs,
      }),
      limits: {
        ...limits,
        enter: (feed, subject) => ofFeed(feed).enter(feed, subject),
        settle: (feed, error) => ofFeed(feed).settle(feed, error),
      },
    },
  }
  return { env, clock, asked: answering.asked }
}

test('a feed that stays silent costs three timeouts, not one a listing: its breaker opens, the next feed answers, and a restart remembers', async () => {
  standin.set({ match: '/v8/finance/chart/', fault: { kind: 'stall' } })
  const listings = await tenListings()
  const symbols = listings.map(({ symbol }) => symbol)
  const { env, clock } = processAt(0)
  const result = await runRefresh(env, { job: 'bars', slotId: 'silent', trigger: 'test', symbols })

  expect(standin.requests.length).toBe(3)
  const yahoo = (result?.rows ?? []).filter(({ feed }) => feed === 'yahoo')
  expect(yahoo.map(({ error }) => error?.class)).toEqual(Array(10).fill('timeout'))
  expect(yahoo.slice(0, 2).map(({ error }) => error?.message)).toEqual(
    Array(2).fill(expect.stringContaining('did not finish')),
  )
  for (const { error } of yahoo.slice(2))
    expect(error?.message).toMatch(/its breaker is open until 2026-07-04T00:01:.*\(the last: timeout\)/)
  for (const { id } of listings) expect(await storedLines(store, id)).toHaveLength(days.length)
  expect((await feedStatus(store.sql, clock())).find(({ feed }) => feed === 'yahoo')).toMatchObject({
    breaker: 'open',
    openUntil: expect.any(Date),
    notBefore: null,
    tokens: expect.any(Number),
  })

  const restarted = processAt(10_000)
  await runRefresh(restarted.env, { job: 'bars', slotId: 'restarted', trigger: 'test', symbols })
  expect(standin.requests.length).toBe(3)
  expect(restarted.asked).toHaveLength(10)

  const person = processAt(20_000, { insist: true })
  await runRefresh(person.env, { job: 'bars', slotId: 'person', trigger: 'cli', symbols })
  expect(standin.requests.length).toBe(4)
})

test('a feed that works again is asked again after its time, first by one request', async () => {
  standin.set(null)
  const listings = await tenListings()
  const symbols = listings.map(({ symbol }) => symbol)
  standin.setData({
    listings: symbols.map((symbol) => ({
      symbol,
      currency: 'CNY',
      timeZone: 'Asia/Shanghai',
      bars: days.map((session) => ({ session, open: 10, high: 10, low: 10, close: 10, volume: 1_000 })),
    })),
  })
  const before = standin.requests.length
  const { env, asked } = processAt(3_600_000)
  const result = await runRefresh(env, { job: 'bars', slotId: 'again', trigger: 'test', symbols })
  expect(result?.rows.map(({ feed, error }) => [feed, error])).toEqual(symbols.map(() => ['yahoo', null]))
  expect(asked).toHaveLength(0)
  expect(standin.requests.length - before).toBe(10)
})

test('a Retry-After of ten minutes is asked for once: the other nine listings go to the next feed at once', async () => {
  standin.set({ match: '/v8/finance/chart/', fault: { kind: 'rate-limit', retryAfter: '600' } })
  const listings = await tenListings()
  const before = standin.requests.length
  const { env, asked, clock } = processAt(7_200_000)
  const symbols = listings.map(({ symbol }) => symbol)
  const result = await runRefresh(env, { job: 'bars', slotId: 'limited', trigger: 'test', symbols })
  expect(standin.requests.length - before).toBe(1)
  expect(asked).toHaveLength(10)
  const classes = result?.rows.filter(({ feed }) => feed === 'yahoo').map(({ error }) => error?.class)
  expect(classes).toEqual(Array(10).fill('rate-limited'))
  const status = (await feedStatus(store.sql, clock())).find(({ feed }) => feed === 'yahoo')
  expect(status).toMatchObject({ breaker: 'closed' })
  expect(Math.round(((status?.notBefore?.getTime() ?? 0) - clock().getTime()) / 60_000)).toBe(10)
})
