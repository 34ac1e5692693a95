import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BarsView } from '@/lib/api/bars/schema'
import type { CompareView } from '@/lib/api/compare/schema'
import type { FeedsView } from '@/lib/api/feeds/schema'
import type { ListingView } from '@/lib/api/listings/schema'
import { listingView } from '@/lib/api/listings/view'
import { type RefreshesView, refreshesSchema } from '@/lib/api/refreshes/schema'
import { type RunsView, runsSchema } from '@/lib/api/runs/schema'
import { type ScheduleView, scheduleSchema } from '@/lib/api/schedule/schema'
import { type BarInput, writeBars } from '@/lib/store/bar/write'
import { listingBySymbol } from '@/lib/store/listing/list'
import { beginRun } from '@/lib/store/run/begin'
import { finishRun, recordAttempt } from '@/lib/store/run/record'
import { contextAt } from '../../database/fresh'
import { now, type SeededApi, seededApi } from './seeded'

let seeded: SeededApi
const symbol = '688256.SS'
const ctx = contextAt('2026-07-23T08:00:00Z')
const path = `/api/v1/listings/${symbol}`

const bar = (session: string, close: string, settled: boolean): BarInput => ({
  session,
  open: close,
  high: close,
  low: close,
  close,
  volume: 1_000n,
  settled,
  asOf: new Date(`${session}T07:00:00Z`),
})

beforeAll(async () => {
  seeded = await seededApi()
  const id = (await listingBySymbol(seeded.store.sql, symbol))?.id ?? 0
  const source = { feed: 'yahoo', feedSymbol: symbol, fetchedAt: ctx.now }
  const fetched = [bar('2026-07-23', '1400', true), bar('2026-07-24', '1500', false)]
  await writeBars(seeded.store.sql, ctx, id, fetched, source)
  for (const [outcome, minute] of [
    ['succeeded', 0],
    ['failed', 5],
    ['failed', 6],
  ] as const) {
    const at = new Date(ctx.now.getTime() + minute * 60_000)
    const trigger = { job: 'bars', slotId: `bars-XSHG@test ${minute}`, trigger: 'command' }
    const run = await beginRun(seeded.store, { ...ctx, now: at }, trigger)
    const failed = outcome === 'failed'
    await recordAttempt(seeded.store, ctx, run ?? '', {
      ...{ feed: 'yahoo', subject: symbol, listingId: id, outcome, durationMs: 12, startedAt: at },
      ...{ errorClass: failed ? 'timeout' : null, error: failed ? 'yahoo did not answer' : null },
      ...{ added: failed ? 0 : 2, changed: 0, unchanged: 0, held: 0 },
    })
    await finishRun(seeded.store, ctx, run ?? '')
  }
})
afterAll(() => seeded.store.close())

test('figures are a feed’s from the first session it brought, and bundled no more', async () => {
  const { series } = await seeded.json<ListingView>(path)
  expect(series).toMatchObject({
    lastSession: '2026-07-24',
    lastSettledSession: '2026-07-23',
    lastClose: 1400,
    previousClose: 1310,
    source: { feed: 'yahoo', name: 'Yahoo Finance', bundled: false },
    fetchedAt: '2026-07-23T08:00:00.000Z',
    lastAttempt: { feed: 'yahoo', outcome: 'failed', error: 'yahoo did not answer', at: '2026-07-23T08:06:00.000Z' },
  })
  const { meta, settled } = await seeded.json<BarsView>(`${path}/bars?from=2026-07-22`)
  expect(settled).toEqual([true, true, false])
  expect(meta.bundledTo).toBeNull()
  expect(meta.sources).toEqual([
    { feed: 'bundled', name: 'Bundled figures', from: '2026-07-22', to: '2026-07-22', rows: 1 },
    { feed: 'yahoo', name: 'Yahoo Finance', from: '2026-07-23', to: '2026-07-24', rows: 2 },
  ])
  expect((await seeded.json<BarsView>(`${path}/bars?to=2026-07-22`)).meta.bundledTo).toBe('2026-07-22')
})

test('age counts sessions with the delay of the first feed: half an hour after the close the next one is due', async () => {
  const age = async (moment: string) => (await listingView(seeded.store, symbol, new Date(moment)))?.series.age
  expect(await age('2026-07-24T07:29:00Z')).toEqual({ state: 'fresh', sessionsBehind: 0, lastDue: '2026-07-23' })
  expect(await age('2026-07-24T07:30:00Z')).toEqual({ state: 'behind', sessionsBehind: 1, lastDue: '2026-07-24' })
  expect(await age('2027-06-01T00:00:00Z')).toEqual({ state: 'unknown', sessionsBehind: null, lastDue: null })
})

test('a change across a split is of the adjusted close', async () => {
  const { store } = seeded
  const old =
    await store.sql`DELETE FROM bar b USING listing l WHERE l.id = b.listing_id AND l.symbol = 'NVDA' AND session > '2024-06-10' RETURNING 1`
  expect(old.count).toBeGreaterThan(400)
  const { series } = await seeded.json<ListingView>('/api/v1/listings/NVDA')
  expect(series).toMatchObject({
    lastClose: 121.79,
    previousClose: 1208.88,
    previousSession: '2024-06-07',
    changeBasis: 'split',
  })
  expect(series.change).toBeCloseTo(121.79 / 120.888 - 1, 8)
})

test('a comparison takes settled bars only, unless it is asked for all', async () => {
  const url = `/api/v1/compare?symbols=${symbol}&rebase=2026-07-22&from=2026-07-22`
  const ends = async (query: string) => (await seeded.json<CompareView>(url + query)).series[0]?.session.at(-1)
  expect(await ends('')).toBe('2026-07-23')
  expect(await ends('&settled=all')).toBe('2026-07-24')
  const { series } = await seeded.json<CompareView>(url)
  expect(series[0]).toMatchObject({ bundledTo: null, source: { name: 'Yahoo Finance' }, value: [100, 106.870229] })
})

test('runs come newest first with their attempts, as many as asked for', async () => {
  const { items } = runsSchema.parse(await seeded.json<RunsView>('/api/v1/runs'))
  expect(items.map(({ outcome, failures, added }) => [outcome, failures, added])).toEqual([
    ['failed', 1, 0],
    ['failed', 1, 0],
    ['succeeded', 0, 2],
  ])
  expect(items[0]?.attempts[0]).toMatchObject({ feedName: 'Yahoo Finance', subject: symbol, errorClass: 'timeout' })
  expect((await seeded.json<RunsView>('/api/v1/runs?limit=1')).items).toHaveLength(1)
})

test('feeds say what they did lately, also those never asked', async () => {
  const { items } = await seeded.json<FeedsView>('/api/v1/feeds')
  expect(items.find(({ id }) => id === 'yahoo')).toMatchObject({
    ...{ name: 'Yahoo Finance', state: 'failing', failuresInARow: 2, lastError: 'yahoo did not answer' },
    ...{ lastSuccessAt: '2026-07-23T08:00:00.000Z', lastAttemptAt: '2026-07-23T08:06:00.000Z' },
    recentErrors: [
      { at: '2026-07-23T08:06:00.000Z', subject: symbol, errorClass: 'timeout' },
      { at: '2026-07-23T08:05:00.000Z' },
    ],
  })
  const { serves } = items.find(({ id }) => id === 'eastmoney') ?? {}
  expect(serves).toContainEqual({ kind: 'bars', mic: 'XSHG', place: 3, of: 3 })
  expect(serves).toContainEqual({ kind: 'bars', mic: 'XNAS', place: 2, of: 2 })
  expect(serves?.some(({ kind }) => kind === 'actions' || kind === 'fx')).toBe(false)
  expect(items.find(({ id }) => id === 'ecb')).toMatchObject({
    state: 'never',
    lastAttemptAt: null,
    originSetting: 'ECB_ORIGIN',
  })
  expect(now.getTime()).toBeGreaterThan(Date.parse(items[0]?.lastAttemptAt ?? ''))
})

test('scheduled jobs say when they are due next, and how their last run went', async () => {
  const { items } = scheduleSchema.parse(await seeded.json<ScheduleView>('/api/v1/schedule'))
  // A Tuesday at 10:00 in Shanghai: its bars are due in the afternoon.
  expect(items.find(({ id }) => id === 'bars-XSHG')).toMatchObject({
    ...{ job: 'bars', time: '15:35', timeZone: 'Asia/Shanghai', next: '2026-11-24T07:35:00.000Z' },
    last: { outcome: 'failed', failures: 1, attempts: [{ error: 'yahoo did not answer' }] },
  })
  expect(items.find(({ id }) => id === 'fx')).toMatchObject({ last: null })
})

test('a listing says of each of its feeds what it answered last, and which feed brought which sessions', async () => {
  const view = refreshesSchema.parse(await seeded.json<RefreshesView>(`${path}/refreshes`))
  expect(view.items.map(({ job, feed, last }) => [job, feed, last?.outcome ?? null])).toEqual([
    ['bars', 'yahoo', 'failed'],
    ['bars', 'tencent', null],
    ['bars', 'eastmoney', null],
    ['actions', 'yahoo', null],
    ['revenue', 'eastmoney-data', null],
  ])
  expect(view.items[0]).toMatchObject({
    feedName: 'Yahoo Finance',
    last: { startedAt: '2026-07-23T08:06:00.000Z', errorClass: 'timeout', error: 'yahoo did not answer', added: 0 },
    lastSuccessAt: '2026-07-23T08:00:00.000Z',
  })
  expect(view.switches.map(({ feed, from, to }) => [feed, from, to])).toEqual([
    ['bundled', '2024-01-02', '2026-07-22'],
    ['yahoo', '2026-07-23', '2026-07-24'],
  ])
  const before = await seeded.json<RefreshesView>(`${path}/refreshes?asOf=2026-07-23T08:02:00Z`)
  expect(before.items[0]?.last).toMatchObject({ outcome: 'succeeded', added: 2 })
  expect(before.switches.at(-1)).toMatchObject({ feed: 'yahoo', to: '2026-07-23', rows: 1 })
})
