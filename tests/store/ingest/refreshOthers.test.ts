import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FeedError, type FeedRate, type FeedRevenue } from '@/lib/feeds/types'
import { runRefresh } from '@/lib/ingest/refresh'
import type { RefreshEnvironment } from '@/lib/ingest/sources'
import { readRates } from '@/lib/store/rate/read'
import { readRevenue } from '@/lib/store/revenue/read'
import { addMissingRevenue } from '@/lib/store/revenue/write'
import { beginRun } from '@/lib/store/run/begin'
import { finishRun } from '@/lib/store/run/record'
import { addMissingTopics } from '@/lib/store/topic/addMissing'
import { contextAt, type FreshStore, freshStore } from '../../database/fresh'
import { environmentAt, newListing } from './fixtures'

let store: FreshStore
const now = '2026-11-01T00:00:00Z'
let slot = 0
const order = (job: 'revenue' | 'fx', from?: string) => ({
  job,
  slotId: `others:${++slot}`,
  trigger: 'test',
  ...(from ? { from } : {}),
})

beforeAll(async () => {
  store = await freshStore()
  const topic = { name: 'x', nameZh: 'x', note: '', noteZh: '' }
  await addMissingTopics(store, contextAt(now), [
    { ...topic, slug: 'maker', kind: 'company', parent: null },
    { ...topic, slug: 'chip', kind: 'chip', parent: 'maker' },
  ])
  await newListing(store, { topics: ['chip', 'maker'], feedSymbols: { reports: '688256' }, trackedFrom: '2024-01-02' })
  await newListing(store, { symbol: 'X', mic: 'XNAS', currency: 'USD', trackedFrom: '2024-01-02' })
})
afterAll(() => store.close())

const quarter = (label: string, value: string, over: Partial<FeedRevenue> = {}): FeedRevenue => ({
  label,
  periodStart: '2025-04-01',
  periodEnd: '2025-06-30',
  value,
  currency: 'CNY',
  filed: '2025-08-27',
  knownAt: new Date('2025-08-27T16:00:00Z'),
  derived: false,
  precision: 'exact',
  document: 'report',
  ...over,
})

function withRevenue(rows: FeedRevenue[] | Error): { env: RefreshEnvironment; asked: unknown[] } {
  const asked: unknown[] = []
  const env = environmentAt(store, now, [], {
    revenueFeedsFor: () => [
      {
        id: 'reports',
        name: 'Reports',
        fetchRevenue: async (request) => {
          asked.push(request)
          if (rows instanceof Error) throw rows
          return { rows, rejected: [] }
        },
      },
    ],
  })
  return { env, asked }
}

describe('a refresh of revenue', () => {
  test('belongs to the company of the listing, asks from its first stored quarter on, and run twice changes nothing', async () => {
    const first = withRevenue([quarter('2025-Q2', '1769244544.29')])
    expect(await runRefresh(first.env, order('revenue'))).toMatchObject({
      outcome: 'succeeded',
      rows: [{ job: 'revenue', subject: 'maker', feed: 'reports', added: 1, error: null }],
    })
    expect(first.asked).toEqual([{ key: '688256', from: '2022-01-01' }])
    const again = withRevenue([quarter('2025-Q2', '1769244544.29')])
    expect((await runRefresh(again.env, order('revenue')))?.rows).toMatchObject([
      { added: 0, changed: 0, unchanged: 1 },
    ])
    expect(again.asked).toEqual([{ key: '688256', from: '2025-04-01' }])
  })

  test('an inexact bundled figure is replaced in place; a restated one stays readable beside its restatement', async () => {
    const rough = {
      ...quarter('2024-Q4', '989000000', { periodStart: '2024-10-01', periodEnd: '2024-12-31', filed: '2025-04-19' }),
      knownAt: new Date('2025-04-18T10:00:00Z'),
      precision: 'difference of rounded figures',
    }
    await addMissingRevenue(store.sql, contextAt(now), 'maker', [rough], { feed: 'bundled', fetchedAt: new Date(now) })
    const exact = { ...rough, value: '988871234.56', precision: 'exact', knownAt: new Date('2025-04-19T16:00:00Z') }
    const restated = quarter('2025-Q2', '1769000000', {
      filed: '2026-08-08',
      knownAt: new Date('2026-08-08T16:00:00Z'),
    })
    const result = await runRefresh(withRevenue([exact, restated]).env, order('revenue'))
    expect(result?.rows).toMatchObject([{ added: 1, changed: 1, unchanged: 0, held: 0 }])
    const rows =
      await store.sql`SELECT label, trim_scale(value)::text AS value, known_at, feed FROM revenue_fact ORDER BY known_at`
    expect(rows).toEqual([
      { label: '2024-Q4', value: '988871234.56', known_at: rough.knownAt, feed: 'reports' },
      { label: '2025-Q2', value: '1769244544.29', known_at: new Date('2025-08-27T16:00:00Z'), feed: 'reports' },
      { label: '2025-Q2', value: '1769000000', known_at: restated.knownAt, feed: 'reports' },
    ])
    expect((await readRevenue(store.sql, ['maker'])).map(({ value }) => value)).toEqual(['988871234.56', '1769000000'])
  })

  test('a failing feed is a row with its reason and the figures stay', async () => {
    const before = await readRevenue(store.sql, ['maker'])
    const result = await runRefresh(
      withRevenue(new FeedError('reports', 'empty', 'Reports has nothing')).env,
      order('revenue'),
    )
    expect(result).toMatchObject({
      outcome: 'failed',
      rows: [{ error: { class: 'empty', message: 'Reports has nothing' } }],
    })
    expect(await readRevenue(store.sql, ['maker'])).toEqual(before)
  })
})

const rate = (date: string, quote: string, value: string): FeedRate => ({ base: 'EUR', quote, date, rate: value })

function withRates(rows: FeedRate[]) {
  const asked: { quotes: readonly string[]; from: string }[] = []
  const env = environmentAt(store, now, [], {
    ratesFeed: {
      id: 'bank',
      name: 'Bank',
      fetchRates: async (request) => {
        asked.push(request)
        return { rows, rejected: [] }
      },
    },
  })
  return { env, asked }
}

describe('a refresh of rates', () => {
  test('asks for the currencies of the listings, from ten days before the last stored rate on, and holds what cannot be', async () => {
    const rows = [rate('2026-10-29', 'CNY', '8.2'), rate('2026-10-29', 'USD', '1.16')]
    const bad = [rate('2026-11-20', 'USD', '1.2'), rate('2026-10-30', 'USD', '0'), rate('2026-10-30', 'JPY', '170')]
    const first = withRates([...rows, ...bad])
    expect((await runRefresh(first.env, order('fx')))?.rows).toMatchObject([
      { subject: 'EUR/CNY,USD', added: 2, held: 3, error: null },
    ])
    const again = withRates(rows)
    expect((await runRefresh(again.env, order('fx')))?.rows).toMatchObject([
      { added: 0, changed: 0, unchanged: 2, held: 0 },
    ])
    expect([...first.asked, ...again.asked]).toEqual([
      { quotes: ['CNY', 'USD'], from: '2024-01-02' },
      { quotes: ['CNY', 'USD'], from: '2026-10-19' },
    ])
    expect(await readRates(store.sql, 'EUR', 'USD')).toMatchObject({ date: ['2026-10-29'], rate: ['1.16'] })
  })
})

describe('the election of a slot', () => {
  test('of ten that begin it at once one runs it, and nobody ever after', async () => {
    const run = { job: 'bars', slotId: 'bars-XSHG@2026-11-24T07:35Z', trigger: 'schedule' }
    const ids = await Promise.all(Array.from({ length: 10 }, () => beginRun(store, contextAt(now), run)))
    const elected = ids.filter((id) => id !== null)
    expect(elected).toHaveLength(1)
    await finishRun(store, contextAt(now), elected[0] ?? '')
    expect(await beginRun(store, contextAt('2026-12-01T00:00:00Z'), run)).toBeNull()
  })
})
