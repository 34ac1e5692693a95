import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { serveRequests } from '@/jobs/worker/requests'
import { FeedError } from '@/lib/feeds/types'
import { workOnRequest } from '@/lib/ingest/request/carryOut'
import { sessionsBetween } from '@/lib/market/sessions'
import { listAudit } from '@/lib/store/audit/list'
import { readBars } from '@/lib/store/bar/read'
import { ScopeError } from '@/lib/store/context'
import { InputError } from '@/lib/store/errors'
import { requestWork } from '@/lib/store/request/add'
import { listRequests, requestById } from '@/lib/store/request/list'
import { finishRequest, progressRequest, takeRequest } from '@/lib/store/request/work'
import { contextAt, type FreshStore, freshStore } from '../../database/fresh'
import { bar, environmentAt, fakeFeed, newListing } from './fixtures'

let store: FreshStore
beforeAll(async () => {
  store = await freshStore()
})
afterAll(() => store.close())
beforeEach(() => store.sql`DELETE FROM refresh_request`)

const now = '2026-07-18T08:00:00Z'
const admin = contextAt(now)
const after = (ms: number) => ({ ...admin, now: new Date(admin.now.getTime() + ms) })
const sessions = sessionsBetween('XSHG', '2024-11-01', '2026-07-17')
const whole = () =>
  fakeFeed('first', { basis: 'raw', bars: sessions.map((session, i) => bar(session, (100 + (i % 7) / 4).toFixed(2))) })

test('a request is in the audit once, and the same one that still waits is not made twice', async () => {
  const first = await requestWork(store, admin, { kind: 'refresh', job: 'fx' })
  const again = await requestWork(store, after(1000), { kind: 'refresh', job: 'fx' })
  expect([again.id, again.state]).toEqual([first.id, 'waiting'])
  const entries = await listAudit(store.sql, { entity: 'request', key: first.id })
  expect(entries.map(({ action, after: then }) => [action, then])).toEqual([['create', { kind: 'refresh', job: 'fx' }]])
})

test('it needs an admin, and is refused with the fields that are wrong', async () => {
  await expect(requestWork(store, { ...admin, scopes: ['ingest'] }, { kind: 'refresh' })).rejects.toThrow(ScopeError)
  for (const [input, field] of [
    [{ kind: 'nonsense' }, 'kind'],
    [{ kind: 'backfill', listing: 'NVDA' }, 'from'],
    [{ kind: 'test-feed' }, 'feed'],
    [{ kind: 'look-up', symbol: 'two words' }, 'symbol'],
    [{ kind: 'refresh', feed: 'yahoo' }, 'feed'],
    [{ kind: 'refresh', listing: 'NOPE' }, 'listing'],
    [{ kind: 'refresh', job: 'quotes' }, 'job'],
  ] as const) {
    const refused = await requestWork(store, admin, input).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(InputError)
    expect((refused as InputError).fields.map(({ name }) => name)).toContain(field)
  }
  expect(await listRequests(store.sql)).toEqual([])
})

test('of two workers one takes it; when that one is gone the other does, and after the third it is given up', async () => {
  const { id } = await requestWork(store, admin, { kind: 'refresh', job: 'fx' })
  const both = await Promise.all([takeRequest(store.sql, admin), takeRequest(store.sql, admin)])
  expect(both.flatMap((one) => one?.id ?? [])).toEqual([id])
  await progressRequest(store.sql, after(100_000), { id, progress: 0.5 })
  expect(await takeRequest(store.sql, after(130_000))).toBeNull()
  expect((await takeRequest(store.sql, after(230_000)))?.id).toBe(id)
  expect((await takeRequest(store.sql, after(460_000)))?.id).toBe(id)
  expect(await takeRequest(store.sql, after(690_000))).toBeNull()
  expect(await requestById(store.sql, id)).toMatchObject({
    state: 'failed',
    message: expect.stringMatching('Given up'),
  })
  await finishRequest(store.sql, admin, id, { state: 'done', message: 'late' })
  expect((await requestById(store.sql, id))?.state).toBe('failed')
})

test('a backfill fills the listing from the day asked for, and tells how far it is', async () => {
  const { id, symbol } = await newListing(store, { trackedFrom: '2026-07-01', listedOn: '2020-01-02' })
  const asked = await requestWork(store, admin, { kind: 'backfill', listing: symbol, from: '2024-12-02' })
  const env = environmentAt(store, now, [whole().feed])
  const seen: number[] = []
  const watched = {
    ...env,
    clock: () => {
      void requestById(store.sql, asked.id).then((request) => seen.push(request?.progress ?? 0))
      return env.clock()
    },
  }
  await workOnRequest(watched)
  expect(await requestById(store.sql, asked.id)).toMatchObject({
    ...{ state: 'done', progress: 1, message: expect.stringMatching(/^\d+ new, 0 changed/) },
    result: { runs: [{ job: 'bars', outcome: 'succeeded' }], errors: [] },
  })
  expect((await readBars(store.sql, id)).session[0]).toBe('2024-12-02')
  await expect.poll(() => seen.some((progress) => progress > 0 && progress < 1)).toBe(true)
  expect(await workOnRequest(env)).toBeNull()
})

test('a test of a feed stores nothing, and tells what came or what failed', async () => {
  const { id } = await newListing(store)
  await requestWork(store, admin, { kind: 'test-feed', feed: 'first' })
  await workOnRequest(environmentAt(store, now, [whole().feed]))
  const [good] = await listRequests(store.sql)
  expect(good).toMatchObject({ state: 'done', result: { feed: 'first', rows: 10, last: '2026-07-17', error: null } })
  expect((await readBars(store.sql, id)).session).toEqual([])

  await requestWork(store, after(1), { kind: 'test-feed', feed: 'first' })
  const broken = fakeFeed('first', new FeedError('first', 'timeout', 'Feed first did not answer\0 in time'))
  await workOnRequest(environmentAt(store, now, [broken.feed]))
  const [bad] = await listRequests(store.sql)
  expect(bad).toMatchObject({
    ...{ state: 'failed', message: 'Feed first did not answer in time', result: { error: { class: 'timeout' } } },
  })

  await requestWork(store, after(2), { kind: 'test-feed', feed: 'rates' })
  await workOnRequest(environmentAt(store, now, []))
  expect((await listRequests(store.sql))[0]).toMatchObject({ state: 'done', result: { target: 'EUR/USD', rows: 0 } })

  await requestWork(store, after(3), { kind: 'test-feed', feed: 'nobody' })
  await workOnRequest(environmentAt(store, now, []))
  expect((await listRequests(store.sql))[0]).toMatchObject({ state: 'failed' })
})

test('a look-up tells what the feeds say of a symbol, and the listing that would be added', async () => {
  const instrument = { name: 'SMIC', exchange: 'HKG', kind: 'EQUITY', firstTrade: '2014-03-18' }
  const yahoo = fakeFeed('yahoo', { bars: [bar('2026-07-17', '50')], currency: 'HKD', instrument })
  const named = { name: '中芯国际', exchange: null, kind: null, firstTrade: null }
  const eastmoney = fakeFeed('eastmoney', { bars: [bar('2026-07-17', '50')], currency: null, instrument: named })
  await requestWork(store, admin, { kind: 'look-up', symbol: '0981.HK' })
  await workOnRequest(environmentAt(store, now, [yahoo.feed, eastmoney.feed]))
  const [found] = await listRequests(store.sql)
  expect(found).toMatchObject({ state: 'done', message: '0981.HK is SMIC' })
  expect(found?.result).toMatchObject({
    says: [{ feed: 'yahoo' }, { feed: 'eastmoney' }],
    listing: {
      ...{ symbol: '0981.HK', mic: 'XHKG', currency: 'HKD', kind: 'equity', name: 'SMIC', nameZh: '中芯国际' },
      feedSymbols: { eastmoney: '116.00981' },
    },
  })

  await requestWork(store, after(1), { kind: 'look-up', symbol: 'NOBODY' })
  const unknown = fakeFeed('yahoo', new FeedError('yahoo', 'unknown-symbol', 'Feed yahoo does not know NOBODY'))
  await workOnRequest(environmentAt(store, now, [unknown.feed]))
  expect((await listRequests(store.sql))[0]).toMatchObject({ state: 'failed', result: { listing: null } })
})

test('an index without an exchange in its name is placed where the feed says it trades', async () => {
  const instrument = { name: 'HANG SENG INDEX', exchange: 'HKG', kind: 'INDEX', firstTrade: '1986-12-31' }
  const yahoo = fakeFeed('yahoo', { bars: [bar('2026-07-17', '25000')], currency: 'HKD', instrument })
  await requestWork(store, admin, { kind: 'look-up', symbol: '^HSI' })
  await workOnRequest(environmentAt(store, now, [yahoo.feed]))
  const [found] = await listRequests(store.sql)
  expect(found?.result).toMatchObject({ listing: { mic: 'XHKG', kind: 'index', currency: 'HKD' }, refused: null })
})

test('what is interrupted waits again, for the next worker', async () => {
  const { symbol } = await newListing(store, { trackedFrom: '2026-07-01' })
  const { id } = await requestWork(store, admin, { kind: 'refresh', job: 'bars', listing: symbol })
  const control = new AbortController()
  const { feed } = fakeFeed('first', () => {
    control.abort(new Error('told to stop'))
    throw control.signal.reason
  })
  await workOnRequest({ ...environmentAt(store, now, [feed]), signal: control.signal })
  expect(await requestById(store.sql, id)).toMatchObject({ state: 'waiting', startedAt: null })
})

test('a worker serves one request after the other until it is told to stop', async () => {
  const asked = [
    await requestWork(store, admin, { kind: 'test-feed', feed: 'rates' }),
    await requestWork(store, admin, { kind: 'refresh', job: 'fx' }),
  ]
  const control = new AbortController()
  const serving = serveRequests(() => environmentAt(store, now, []), control.signal, 10)
  const states = async () => (await listRequests(store.sql)).map(({ state }) => state)
  await expect.poll(states).toEqual(asked.map(() => 'done'))
  control.abort()
  await serving
})
