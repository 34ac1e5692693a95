import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriesListSchema } from '@/lib/api/series/schema'
import { type BarInput, writeBars } from '@/lib/store/bar/write'
import { listingBySymbol } from '@/lib/store/listing/list'
import type { MissingSession } from '@/lib/store/missing/read'
import { writeMissing } from '@/lib/store/missing/write'
import { rejectRow } from '@/lib/store/quarantine/close'
import { holdRows } from '@/lib/store/quarantine/hold'
import { listQuarantine } from '@/lib/store/quarantine/list'
import { writeRevenue } from '@/lib/store/revenue/write'
import { beginRun } from '@/lib/store/run/begin'
import { recordAttempt } from '@/lib/store/run/record'
import { writeShareCounts } from '@/lib/store/shareCount/write'
import { contextAt } from '../../database/fresh'
import { type SeededApi, seededApi } from './seeded'

let seeded: SeededApi
const symbol = '688256.SS'
const ctx = contextAt('2026-07-27T08:00:00Z')
const source = { feed: 'yahoo', feedSymbol: symbol, fetchedAt: ctx.now }

const bar = (session: string, close: string, settled = true): BarInput => ({
  ...{ session, open: close, high: close, low: close, close, volume: 1_000n, settled },
  asOf: new Date(`${session}T07:00:00Z`),
})
const gap = (session: string, over: Partial<MissingSession>): MissingSession => ({
  ...{
    session,
    state: 'permanent',
    reason: 'halt',
    askedFeeds: ['yahoo'],
    nullFeeds: [],
    seenAt: ctx.now,
    askedAt: null,
  },
  ...over,
})

const list = async () => seriesListSchema.parse(await seeded.json('/api/v1/series'))
const own = async () => (await list()).prices.find((one) => one.symbol === symbol)

async function attempted(job: string, subject: string, minute: number, error: string | null) {
  const startedAt = new Date(ctx.now.getTime() + minute * 60_000)
  const order = { job, slotId: `${job} ${minute}`, trigger: 'cli' }
  const run = await beginRun(seeded.store, { ...ctx, now: startedAt }, order)
  await recordAttempt(seeded.store, ctx, run ?? '', {
    ...{
      feed: 'yahoo',
      subject,
      listingId: null,
      startedAt,
      durationMs: 1,
      added: 0,
      changed: 0,
      unchanged: 0,
      held: 0,
    },
    ...{ outcome: error ? 'failed' : 'succeeded', errorClass: error && 'timeout', error },
  })
}

beforeAll(async () => {
  seeded = await seededApi()
})
afterAll(() => seeded.store.close())

test('every listing is there, with stored and missing making up what is due', async () => {
  const { items } = await seeded.json<{ items: { symbol: string }[] }>('/api/v1/listings')
  const { prices } = await list()
  expect(prices.map((one) => one.symbol)).toEqual(items.map((one) => one.symbol))
  for (const { due, stored, missing } of prices) {
    const { open, halt, notListed, feedGap, unexplained } = missing
    expect(stored + open + halt + notListed + feedGap + unexplained).toBe(due)
  }
})

test('the counts are those of the listing’s own missing sessions', async () => {
  for (const one of (await list()).prices) {
    const { meta, items } = await seeded.json<{
      meta: { due: number; stored: number; complete: boolean | null }
      items: { state: string }[]
    }>(`/api/v1/listings/${encodeURIComponent(one.symbol)}/missing`)
    expect([one.due, one.stored, one.complete]).toEqual([meta.due, meta.stored, meta.complete])
    expect(one.missing.open).toBe(items.filter(({ state }) => state === 'open').length)
  }
})

describe('after a refresh that went half well', () => {
  beforeAll(async () => {
    const { sql } = seeded.store
    const id = (await listingBySymbol(sql, symbol))?.id ?? 0
    await writeBars(sql, ctx, id, [bar('2026-11-19', '1400'), bar('2026-11-20', '1410')], source)
    const later = { ...source, fetchedAt: new Date('2026-11-21T00:00:00Z') }
    await writeBars(sql, ctx, id, [bar('2026-11-20', '1411'), bar('2026-11-24', '1500', false)], later)
    const filled = gap('2026-11-19', { reason: 'feed-gap' })
    await writeMissing(sql, ctx, id, {
      put: [gap('2026-11-18', {}), filled, gap('2026-11-17', { state: 'open' })],
      remove: [],
    })
    const row = (key: string) => ({ entity: 'bar' as const, key, reason: 'a move', payload: { key } })
    await holdRows(sql, ctx, [row('2026-11-21'), row('2026-11-22')], { feed: 'yahoo', listingId: id })
    const [newest] = await listQuarantine(seeded.store)
    await rejectRow(seeded.store, ctx, newest?.id ?? 0n)
    await holdRows(sql, ctx, [{ entity: 'rate', key: 'x', reason: 'r', payload: 1 }], { feed: 'ecb', listingId: null })
    await attempted('bars', symbol, 0, 'no answer')
    await attempted('bars', symbol, 1, null)
    await attempted('revenue', 'nvidia', 2, 'no answer')
    await attempted('fx', 'EUR/CNY,USD', 3, null)
  })

  test('a revision is counted, with the day it was seen', async () => {
    expect(await own()).toMatchObject({ revisions: 1, lastRevisedAt: '2026-11-21T00:00:00.000Z' })
  })

  test('a missing session has its reason, and one that was filled since is missing no more', async () => {
    expect((await own())?.missing).toMatchObject({ halt: 1, feedGap: 0 })
  })

  test('the last sessions tell what is stored, revised, missing and not settled', async () => {
    const { session = [], state = [] } = (await own())?.recent ?? {}
    expect(session.slice(-6)).toEqual([
      '2026-11-17',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
      '2026-11-23',
      '2026-11-24',
    ])
    expect(state.slice(-6)).toEqual(['open', 'halt', 'stored', 'revised', 'open', 'unsettled'])
    expect(session).toHaveLength(61)
  })

  test('rows held back are counted where they belong', async () => {
    expect((await own())?.quarantine).toEqual({ held: 1, released: 0, rejected: 1, superseded: 0 })
    expect((await list()).otherHeld).toEqual({ held: 1, released: 0, rejected: 0, superseded: 0 })
  })

  test('the newest attempt of its own job is told, of pairs that of their request', async () => {
    const { prices, revenue, rates } = await list()
    expect(prices.find((one) => one.symbol === symbol)?.lastAttempt).toMatchObject({
      outcome: 'succeeded',
      errorClass: null,
    })
    expect(revenue.find(({ topic }) => topic === 'nvidia')?.lastAttempt).toMatchObject({
      outcome: 'failed',
      errorClass: 'timeout',
      feedNameZh: '雅虎财经',
    })
    expect(rates.map(({ quote, lastAttempt }) => [quote, lastAttempt?.outcome ?? null])).toEqual([
      ['CNY', 'succeeded'],
      ['HKD', null],
      ['USD', 'succeeded'],
    ])
  })
})

test('revenue has its range, a restatement counts, and the latest quarter is known since it was first known', async () => {
  const { sql } = seeded.store
  const before = (await list()).revenue.find(({ topic }) => topic === 'cambricon')
  expect(before).toMatchObject({ nameZh: '寒武纪', currency: 'CNY', restated: 0, source: { bundled: true } })
  const [latest] = await sql<{ start: string; end: string }[]>`
    SELECT period_start AS start, period_end AS "end" FROM revenue_fact r JOIN topic t ON t.id = r.topic_id
    WHERE t.slug = 'cambricon' AND r.label = ${before?.last ?? ''}`
  const restated = {
    ...{
      label: before?.last ?? '',
      periodStart: latest?.start ?? '',
      periodEnd: latest?.end ?? '',
      value: '1',
      currency: 'CNY',
    },
    ...{
      filed: null,
      knownAt: new Date('2026-11-01T00:00:00Z'),
      derived: false,
      precision: 'exact',
      document: 'restated',
    },
  }
  await writeRevenue(sql, ctx, 'cambricon', [restated], { feed: 'eastmoney-data', fetchedAt: ctx.now })
  const after = (await list()).revenue.find(({ topic }) => topic === 'cambricon')
  expect(after).toMatchObject({ restated: 1, knownSince: before?.knownSince, quarters: before?.quarters })
  expect(after?.source).toEqual({ feed: 'eastmoney-data', name: 'Eastmoney data centre', bundled: false })
})

test('share counts have the day of the latest and since when it is known', async () => {
  expect((await list()).shares).toEqual([])
  const count = (asOf: string, knownAt: string) => ({ asOf, knownAt: new Date(knownAt), shares: 1n, document: 'd' })
  const rows = [count('2026-05-01', '2026-06-01'), count('2026-08-01', '2026-09-02'), count('2026-08-01', '2026-09-01')]
  await writeShareCounts(seeded.store.sql, ctx, 'nvidia', rows, { feed: 'sec', fetchedAt: ctx.now })
  expect((await list()).shares).toMatchObject([
    { topic: 'nvidia', counts: 3, first: '2026-05-01', last: '2026-08-01', knownSince: '2026-09-01T00:00:00.000Z' },
  ])
})
