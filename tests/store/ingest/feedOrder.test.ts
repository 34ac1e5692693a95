import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { barFeedsFor } from '@/lib/feeds/registry'
import { runRefresh } from '@/lib/ingest/refresh'
import { readBars } from '@/lib/store/bar/read'
import { listingBySymbol } from '@/lib/store/listing/list'
import { bundledBars } from '@/prisma/seed'
import type { FreshStore } from '../../database/fresh'
import { seededStore } from '../../database/seeded'
import { storeExport } from '../../fault/seeded'
import { testContext } from '../../feeds/context'
import { type Standin, type StandinListing, startStandin } from '../../standin'
import { environmentAt } from './fixtures'

let store: FreshStore
let standin: Standin
beforeAll(async () => {
  store = await seededStore()
  standin = await startStandin({
    data: { listings: ['688256.SS', '000300.SS', '0700.HK', 'NVDA', '^GSPC'].map(bundledListing) },
  })
})
afterAll(async () => {
  await standin.close()
  await store.close()
})
beforeEach(() => standin.set(null))

/** A bundled series for the stand-in. */
function bundledListing(symbol: string): StandinListing {
  const { session, open, high, low, close, volume } = bundledBars(symbol)
  const bars = session.map((each, i) => ({
    ...{ session: each, open: Number(open[i]), high: Number(high[i]), low: Number(low[i]), close: Number(close[i]) },
    volume: volume[i] == null ? null : Number(volume[i]),
  }))
  return { symbol, currency: 'XXX', timeZone: 'Asia/Shanghai', bars }
}

const closed = (match: string) => standin.set({ match, fault: { kind: 'closed' } })
const yahooPath = '/v8/finance/chart/'
const tencentPath = 'fqkline'
let slot = 0

const lastBundled = (symbol: string) => bundledBars(symbol).session.at(-1) ?? ''

/** A refresh in the night after the last bundled session: nothing is missing, so nobody is asked for gaps. */
async function refreshed(symbol: string, from: string, job: 'bars' | 'actions' = 'bars', on = lastBundled(symbol)) {
  const env = environmentAt(store, `${on}T23:30:00Z`, [], {
    barFeedsFor,
    contextFor: () => testContext(standin.origin).ctx,
  })
  const result = await runRefresh(env, { job, slotId: `order:${++slot}`, trigger: 'test', symbols: [symbol], from })
  return result?.rows ?? []
}

describe('when Yahoo gives nothing', () => {
  test.each([
    ['688256.SS', 'tencent'],
    ['000300.SS', 'tencent'],
    ['0700.HK', 'tencent'],
    ['NVDA', 'eastmoney'],
  ])('%s comes from %s, and the whole bundled series served as traded stores 0 changes', async (symbol, next) => {
    closed(yahooPath)
    const before = await storeExport(store)
    const rows = await refreshed(symbol, '2024-01-02')
    expect(rows).toMatchObject([
      { feed: 'yahoo', error: { class: 'unreachable' } },
      { feed: next, added: 0, changed: 0, held: 0, error: null },
    ])
    expect(rows[1]?.unchanged).toBe(bundledBars(symbol).session.length)
    expect(await storeExport(store)).toEqual(before)
  })

  test('an index that only Yahoo has stays as it is', async () => {
    closed(yahooPath)
    expect((await refreshed('^GSPC', '2026-07-01')).map(({ feed }) => feed)).toEqual(['yahoo'])
  })

  test('nobody else is asked for splits and dividends: an answer without any would look like there are none', async () => {
    closed(yahooPath)
    const asked = standin.requests.length
    expect(await refreshed('688256.SS', '2024-01-02', 'actions')).toMatchObject([
      { feed: 'yahoo', error: { class: 'unreachable' } },
    ])
    expect(standin.requests.slice(asked).every(({ url }) => url.startsWith(yahooPath))).toBe(true)
  })
})

describe('when Tencent gives nothing either', () => {
  test('Eastmoney answers, and its volumes in lots correct none in shares', async () => {
    closed(yahooPath)
    standin.set({ match: tencentPath, fault: { kind: 'html' } })
    const before = await storeExport(store)
    const rows = await refreshed('688256.SS', '2024-01-02')
    expect(rows.map(({ feed, error }) => [feed, error?.class ?? null])).toEqual([
      ['yahoo', 'unreachable'],
      ['tencent', 'not-the-format'],
      ['eastmoney', null],
    ])
    expect(rows[2]).toMatchObject({ added: 0, changed: 0, held: 0 })
    expect(await storeExport(store)).toEqual(before)
  })

  test('a new session is stored from Eastmoney, and says so', async () => {
    closed(yahooPath)
    standin.set({ match: tencentPath, fault: { kind: 'empty' } })
    const later = { session: '2026-07-23', open: 1311.5, high: 1330, low: 1300.02, close: 1325.4, volume: 9_000_040 }
    const listing = bundledListing('688256.SS')
    standin.setData({ listings: [{ ...listing, bars: [...listing.bars, later] }] })
    const rows = await refreshed('688256.SS', '2026-07-20', 'bars', '2026-07-23')
    expect(rows.map(({ feed, added }) => [feed, added])).toEqual([
      ['yahoo', 0],
      ['tencent', 0],
      ['eastmoney', 1],
    ])
    const id = (await listingBySymbol(store.sql, '688256.SS'))?.id ?? 0
    const bars = await readBars(store.sql, id, { from: '2026-07-23' })
    expect(bars).toMatchObject({ close: ['1325.4'], volume: [9_000_000n], feed: ['eastmoney'], settled: [true] })
  })
})
