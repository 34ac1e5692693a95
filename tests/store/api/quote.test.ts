import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApi } from '@/lib/api/app'
import { writeBars } from '@/lib/store/bar/write'
import { listingBySymbol } from '@/lib/store/listing/list'
import { writeQuote } from '@/lib/store/quote/write'
import { contextAt } from '../../database/fresh'
import { type SeededApi, seededApi } from './seeded'

let seeded: SeededApi
let id: number
const ctx = contextAt('2026-07-23T02:00:00Z')
beforeAll(async () => {
  seeded = await seededApi()
  id = (await listingBySymbol(seeded.store.sql, '688256.SS'))?.id ?? 0
  const source = { feed: 'tencent', feedSymbol: 'sh688256', fetchedAt: new Date('2026-07-23T02:00:03Z') }
  for (const [at, price] of [
    ['2026-07-23T01:50:00Z', '1300.5'],
    ['2026-07-23T02:00:00Z', '1310.25'],
  ] as const) {
    const figures = { open: '1299', high: null, low: null, previousClose: '1250', volume: 5_000n }
    await writeQuote(seeded.store.sql, ctx, id, { at: new Date(at), price, ...figures }, source)
  }
})
afterAll(() => seeded.store.close())

/** The app as it answers at a moment. */
async function at<T>(now: string, path: string): Promise<T> {
  const api = createApi({ store: seeded.store, now: () => new Date(now) })
  const response = await api.request(path)
  expect(response.status).toBe(200)
  return (await response.json()) as T
}
interface Answer {
  market: string
  quote: { price: number; change: number; minutesOld: number; stale: boolean; superseded: boolean } | null
}
const path = '/api/v1/listings/688256.SS/quote'

describe('the live price of a listing', () => {
  test('comes with its change, its age in the time of its market and what the exchange does', async () => {
    expect(await at(`2026-07-23T02:03:00Z`, path)).toEqual({
      symbol: '688256.SS',
      currency: 'CNY',
      market: 'open',
      quote: {
        ...{
          price: 1310.25,
          at: '2026-07-23T02:00:00.000Z',
          session: '2026-07-23',
          previousClose: 1250,
          change: 0.0482,
        },
        ...{
          open: 1299,
          high: null,
          low: null,
          volume: 5000,
          minutesOld: 3,
          lateMinutes: 0,
          stale: false,
          superseded: false,
        },
        source: { feed: 'tencent', name: 'Tencent Finance', bundled: false },
        fetchedAt: '2026-07-23T02:00:03.000Z',
      },
    })
  })

  test.each([
    ['is stale when polls have brought nothing for minutes', '2026-07-23T02:06:00Z', 'open', 6, true],
    ['ages no further in the midday break', '2026-07-23T04:30:00Z', 'lunch', 90, true],
    ['nor after the close', '2026-07-23T10:00:00Z', 'closed', 210, true],
    ['nor over a weekend', '2026-07-26T10:00:00Z', 'closed', 450, true],
  ])('%s', async (_, now, market, minutesOld, stale) => {
    expect(await at<Answer>(now, path)).toMatchObject({ market, quote: { minutesOld, stale } })
  })

  test('as of a moment is the one of then', async () => {
    expect(await at<Answer>('2026-11-24T02:00:00Z', `${path}?asOf=2026-07-23T01:55:00Z`)).toMatchObject({
      quote: { price: 1300.5 },
    })
    expect((await at<Answer>('2026-11-24T02:00:00Z', `${path}?asOf=2026-07-23T01:30:00Z`)).quote).toBeNull()
  })

  test('of a listing without one is none; of an unknown one a problem', async () => {
    expect(await at<Answer>('2026-07-23T15:00:00Z', '/api/v1/listings/NVDA/quote')).toEqual({
      ...{ symbol: 'NVDA', currency: 'USD', market: 'open', quote: null },
    })
    await seeded.problem('/api/v1/listings/NOPE/quote', 404)
  })

  test('stands in the listing until its session is settled', async () => {
    const listing = '/api/v1/listings/688256.SS'
    expect((await at<Answer>('2026-07-23T02:03:00Z', listing)).quote?.price).toBe(1310.25)
    const prices = { open: '1299', high: '1320', low: '1290', close: '1305' }
    const bar = { session: '2026-07-23', ...prices, volume: 9n, settled: true, asOf: new Date('2026-07-23T07:00:00Z') }
    await writeBars(seeded.store.sql, ctx, id, [bar], { feed: 'yahoo', feedSymbol: '688256.SS', fetchedAt: ctx.now })
    expect((await at<Answer>('2026-07-23T08:00:00Z', listing)).quote).toBeNull()
    expect((await at<Answer>('2026-07-23T08:00:00Z', path)).quote).toMatchObject({ price: 1310.25, superseded: true })
  })
})

test('where the web server does not serve it, the stream says that there is none', async () => {
  await seeded.problem('/api/v1/live', 503)
})
