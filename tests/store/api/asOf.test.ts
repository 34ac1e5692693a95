import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BarsView } from '@/lib/api/bars/schema'
import type { CompareView } from '@/lib/api/compare/schema'
import type { EventsView } from '@/lib/api/events/schema'
import type { ListingView } from '@/lib/api/listings/schema'
import type { RevenueView } from '@/lib/api/revenue/schema'
import { readBars } from '@/lib/store/bar/read'
import { writeBars } from '@/lib/store/bar/write'
import { listingBySymbol } from '@/lib/store/listing/list'
import { contextAt } from '../../database/fresh'
import { type SeededApi, seededApi } from './seeded'

let seeded: SeededApi
const path = '/api/v1/listings/688256.SS'
const bars = (query: string) => seeded.json<BarsView>(`${path}/bars?${query}`)

beforeAll(async () => {
  seeded = await seededApi()
})
afterAll(() => seeded.store.close())

describe('point in time', () => {
  test('a bar is known from its session’s close, not a second earlier', async () => {
    const range = 'from=2025-08-27&to=2025-08-29'
    expect((await bars(`${range}&asOf=2025-08-28T06:59:59Z`)).session).toEqual(['2025-08-27'])
    expect((await bars(`${range}&asOf=2025-08-28T07:00:00Z`)).session).toEqual(['2025-08-27', '2025-08-28'])
    expect((await bars(`${range}&asOf=2025-08-29`)).session).toHaveLength(3)
  })

  test('a split counts from its ex-date: before it the split-adjusted price is the one people saw', async () => {
    const range = 'from=2025-08-28&to=2025-08-28&adjust=split'
    expect((await bars(`${range}&asOf=2026-05-07`)).close).toEqual([1587.91])
    expect((await bars(`${range}&asOf=2026-05-08`)).close).toEqual([1065.711409])
  })

  test('a revised value stands until the revision was seen', async () => {
    const { sql } = seeded.store
    const id = (await listingBySymbol(sql, '688795.SS'))?.id ?? 0
    const old = await readBars(sql, id, { from: '2026-07-20', to: '2026-07-20' })
    const [open = '', high = '', low = ''] = [old.open[0], old.high[0], old.low[0]]
    const revised = { session: '2026-07-20', open, high, low, close: low, volume: 5n, settled: true }
    const asOf = new Date('2026-07-20T07:00:00Z')
    for (const [close, at] of [
      [low, '2026-07-22T08:00:00Z'],
      [high, '2026-07-24T08:00:00Z'],
    ] as const) {
      const source = { feed: 'yahoo', feedSymbol: 'x', fetchedAt: new Date(at) }
      expect(await writeBars(sql, contextAt(at), id, [{ ...revised, close, asOf }], source)).toMatchObject({
        changed: 1,
      })
    }
    const seen = async (at: string) =>
      (await seeded.json<BarsView>(`/api/v1/listings/688795.SS/bars?from=2026-07-20&to=2026-07-20&asOf=${at}`)).close[0]
    expect(await seen('2026-07-21T00:00:00Z')).toBe(Number(old.close[0]))
    expect(await seen('2026-07-23T00:00:00Z')).toBe(Number(low))
    expect(await seen('2026-07-25T00:00:00Z')).toBe(Number(high))
    const marked = async (query: string) =>
      (await seeded.json<BarsView>(`/api/v1/listings/688795.SS/bars?${query}`)).meta.revised
    const twice = { session: '2026-07-20', revisions: 2, lastRevisedAt: '2026-07-24T08:00:00.000Z' }
    expect(await marked('')).toEqual([twice])
    expect(await marked('asOf=2026-07-23T00:00:00Z')).toMatchObject([{ session: '2026-07-20', revisions: 1 }])
    expect(await marked('asOf=2026-07-21T00:00:00Z')).toEqual([])
    expect(await marked('from=2026-07-21')).toEqual([])
    const status = (at: string) => seeded.json<ListingView>(`/api/v1/listings/688795.SS?asOf=${at}`)
    expect((await status('2026-07-20T23:00:00Z')).series.lastClose).toBe(Number(old.close[0]))
  })

  test('the last close, its source and its age are those of then', async () => {
    const { series } = await seeded.json<ListingView>(`${path}?asOf=2025-09-21T12:00:00Z`)
    expect(series).toMatchObject({ lastSettledSession: '2025-09-19', lastClose: 1349.24 })
    expect(series.age).toMatchObject({ state: 'fresh', sessionsBehind: 0 })
  })

  test('revenue is known from its announcement', async () => {
    const labels = async (at: string) => (await seeded.json<RevenueView>(`${path}/revenue?asOf=${at}`)).label.at(-1)
    expect(await labels('2025-08-26T09:00:00Z')).toBe('2025-Q1')
    expect(await labels('2025-08-26T11:00:00Z')).toBe('2025-Q2')
  })

  test('events are those that had happened, a day of unknown hour from its end', async () => {
    const slugs = async (at: string) =>
      (await seeded.json<EventsView>(`/api/v1/events?asOf=${at}`)).items.map(({ slug }) => slug)
    expect(await slugs('2025-04-15T21:22:58Z')).not.toContain('h20-licence-rule')
    expect(await slugs('2025-04-15T21:22:59Z')).toContain('h20-licence-rule')
    expect(await slugs('2025-09-17T20:00:00Z')).not.toContain('beijing-stop-buying')
    expect(await slugs('2025-09-18')).toContain('beijing-stop-buying')
  })

  test('a comparison uses nothing later', async () => {
    const { series } = await seeded.json<CompareView>(
      '/api/v1/compare?symbols=688256.SS,NVDA&rebase=2024-01-02&asOf=2025-09-18',
    )
    expect(series.map(({ session }) => session.at(-1))).toEqual(['2025-09-18', '2025-09-18'])
  })

  test.each(['yesterday', '2025-13-01', '2027-01-01', '2025-09'])('asOf=%s is refused by name', async (asOf) => {
    expect(await seeded.problem(`${path}/bars?asOf=${asOf}`, 400)).toMatchObject({ parameter: 'asOf' })
  })
})
