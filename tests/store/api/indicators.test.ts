import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rollingBeta } from '@/lib/analytics/indicators/rollingBeta'
import { rollingCorrelation } from '@/lib/analytics/indicators/rollingCorrelation'
import { realisedVolatility } from '@/lib/analytics/indicators/volatility'
import type { BarsView } from '@/lib/api/bars/schema'
import { type IndicatorsView, indicatorsSchema } from '@/lib/api/indicators/schema'
import { writeBars } from '@/lib/store/bar/write'
import { addMissingListings } from '@/lib/store/listing/addMissing'
import { listingBySymbol } from '@/lib/store/listing/list'
import { contextAt } from '../../database/fresh'
import { type SeededApi, seededApi } from './seeded'

let seeded: SeededApi
const ctx = contextAt('2026-11-01T00:00:00Z')

/** Stores a listing whose closes are written down by hand; the first `settled` of them are settled. */
async function handMade(
  symbol: string,
  mic: string,
  benchmark: string | null,
  rows: Readonly<Record<string, number>>,
  settled = 99,
) {
  const particulars = { name: symbol, nameZh: symbol, kind: 'equity' as const, currency: 'USD', listedOn: null }
  const ends = { trackedFrom: '2025-03-03', dividendsKnownTo: null, secondBenchmark: null, topics: [], feedSymbols: {} }
  const listing = { symbol, mic, ticker: symbol, benchmark, position: 900, ...particulars, ...ends }
  await addMissingListings(seeded.store, ctx, [listing])
  const { id = 0 } = (await listingBySymbol(seeded.store.sql, symbol)) ?? {}
  const bars = Object.entries(rows).map(([session, price], i) => {
    const close = String(price)
    const asOf = new Date(`${session}T21:00:00Z`)
    return { session, open: close, high: close, low: close, close, volume: null, settled: i < settled, asOf }
  })
  await writeBars(seeded.store.sql, ctx, id, bars, { feed: 'yahoo', feedSymbol: symbol, fetchedAt: ctx.now })
}

const own = {
  ...{ '2025-03-03': 100, '2025-03-04': 104, '2025-03-05': 99, '2025-03-06': 101 },
  ...{ '2025-03-07': 110, '2025-03-10': 108, '2025-03-11': 90 },
}
const market = { '2025-03-03': 50, '2025-03-04': 51, '2025-03-06': 49, '2025-03-07': 52, '2025-03-10': 53 }

beforeAll(async () => {
  seeded = await seededApi()
  await handMade('HANDM', 'XNYS', null, market)
  // The last row is not settled yet.
  await handMade('HAND', 'XNAS', 'HANDM', own, 6)
})
afterAll(() => seeded.store.close())

const indicators = async (symbol: string, search = '') =>
  indicatorsSchema.parse(await seeded.json<IndicatorsView>(`/api/v1/listings/${symbol}/indicators${search}`))

const logReturns = (closes: readonly number[]) => closes.slice(1).map((close, i) => Math.log(close / (closes[i] ?? 1)))
const near = (values: ArrayLike<number>) => Array.from(values, (value) => expect.closeTo(value, 12))

describe('a series written down by hand', () => {
  test('has the figures of the analytics on the settled closes that both sides have', async () => {
    const view = await indicators('HAND', '?window=2')
    expect(view.session).toEqual(Object.keys(own).slice(0, 6))
    expect(view.high).toEqual([100, 104, 104, 104, 110, 110])
    expect(view.drawdown[2]).toBeCloseTo(99 / 104 - 1, 12)
    const volatility = realisedVolatility(logReturns([100, 104, 99, 101, 110, 108]), 2)
    expect(view.volatility).toEqual([null, null, ...near(volatility.slice(1))])
    // 5 March is no session of the market: the return to the 6th spans two days on both sides.
    const [returns, others] = [logReturns([100, 104, 101, 110, 108]), logReturns([50, 51, 49, 52, 53])]
    expect(view.benchmarkSession).toEqual([
      ...['2025-03-03', '2025-03-04', null, '2025-03-06', '2025-03-07', '2025-03-10'],
    ])
    const beta = rollingBeta(returns, others, 2)
    expect(view.beta).toEqual([null, null, null, ...near(beta.slice(1))])
    expect(view.againstClose).toEqual(view.benchmarkClose)
    expect(view.correlation).toEqual([null, null, null, ...near(rollingCorrelation(returns, others, 2).slice(1))])
    expect(view.meta).toMatchObject({
      ...{ window: 2, adjustment: 'split', rows: 6 },
      deepest: { depth: expect.closeTo(99 / 104 - 1, 12), peak: '2025-03-04', trough: '2025-03-05' },
      benchmark: { symbol: 'HANDM', sessions: 'same-date', refused: null },
      against: { symbol: 'HANDM', sessions: 'same-date', refused: null },
    })
  })

  test('is known at a moment as far as its sessions had closed, and a range cuts rows, not windows', async () => {
    const then = await indicators('HAND', '?window=2&asOf=2025-03-06')
    const now = await indicators('HAND', '?window=2')
    expect(then.session).toEqual(now.session.slice(0, 4))
    expect(then.volatility).toEqual(now.volatility.slice(0, 4))
    expect(then.correlation).toEqual(now.correlation.slice(0, 4))
    const cut = await indicators('HAND', '?window=2&from=2025-03-05&to=2025-03-07')
    for (const name of ['session', 'high', 'drawdown', 'volatility', 'beta', 'benchmarkSession'] as const)
      expect(cut[name]).toEqual(now[name].slice(2, 5))
    expect((await indicators('HAND', '?from=2025-04-01')).meta).toMatchObject({ rows: 0, window: 60 })
  })

  test('a window longer than what is there, and a listing without a benchmark, are refused with the reason', async () => {
    const short = await indicators('HAND', '?window=5')
    expect(short.beta.every((value) => value === null)).toBe(true)
    expect(short.meta.benchmark).toMatchObject({ symbol: 'HANDM', refused: 'too-few-sessions' })
    const alone = await indicators('HANDM')
    expect(alone.meta.benchmark).toMatchObject({ symbol: null, sessions: null, refused: 'no-benchmark' })
    expect(alone.meta.against).toMatchObject({ symbol: null, refused: 'no-benchmark' })
    const asked = await indicators('HANDM', '?window=2&against=HAND')
    expect(asked.meta.against).toMatchObject({ symbol: 'HAND', refused: null })
    expect(asked.meta.benchmark.refused).toBe('no-benchmark')
  })
})

describe('the two sides', () => {
  test('stand beside one another by what had closed before the open, and every session is used once', async () => {
    const [east, west] = [await indicators('688256.SS'), await indicators('NVDA')]
    expect(east.meta).toMatchObject({
      benchmark: { symbol: '000688.SS', sessions: 'same-date' },
      against: { symbol: 'NVDA', sessions: 'session-before', currency: 'USD' },
    })
    expect(west.meta.against).toMatchObject({ symbol: '688256.SS', sessions: 'session-up-to' })
    for (const { view, fits } of [
      { view: east, fits: (own: string, other: string) => other < own },
      { view: west, fits: (own: string, other: string) => other <= own },
    ]) {
      const pairs = view.session.flatMap((session, i) => {
        const other = view.againstSession[i]
        return other ? [{ session, other }] : []
      })
      expect(pairs.length).toBeGreaterThan(500)
      expect(pairs.every(({ session, other }) => fits(session, other))).toBe(true)
      expect(new Set(pairs.map(({ other }) => other)).size).toBe(pairs.length)
    }
    const bars = await seeded.json<BarsView>('/api/v1/listings/NVDA/bars?adjust=split')
    expect(west.close).toEqual(bars.close)
  })

  test('the CSV alone gives every figure again', async () => {
    const response = await seeded.api.request('/api/v1/listings/688256.SS/indicators?window=20&format=csv')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="688256.SS-indicators.csv"')
    const lines = (await response.text()).trimEnd().split('\r\n')
    const head = lines.filter((line) => line.startsWith('#')).join('\n')
    for (const text of ['adjustment: split', 'window: 20 returns', 'against: Nvidia (NVDA), closes in USD', '√252'])
      expect(head).toContain(text)
    const [names = [], ...rows] = lines.filter((line) => !line.startsWith('#')).map((line) => line.split(','))
    const cell = (row: readonly string[], name: string) => row[names.indexOf(name)] ?? ''
    const last = rows.at(-1) ?? []
    const closes = rows.map((row) => Number(cell(row, 'close')))
    expect(Number(cell(last, 'drawdown'))).toBeCloseTo((closes.at(-1) ?? 0) / Math.max(...closes) - 1, 10)
    for (const [column, closeName] of [
      ['beta', 'benchmarkClose'],
      ['correlation', 'againstClose'],
    ] as const) {
      const paired = rows.filter((row) => cell(row, closeName) !== '')
      const returns = logReturns(paired.map((row) => Number(cell(row, 'close')))).slice(-20)
      const others = logReturns(paired.map((row) => Number(cell(row, closeName)))).slice(-20)
      const mean = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / of.length
      const products = (a: readonly number[], b: readonly number[]) =>
        a.reduce((sum, one, i) => sum + (one - mean(a)) * ((b[i] ?? 0) - mean(b)), 0)
      const expected =
        column === 'beta'
          ? products(returns, others) / products(others, others)
          : products(returns, others) / Math.sqrt(products(returns, returns) * products(others, others))
      expect(Number(cell(paired.at(-1) ?? [], column))).toBeCloseTo(expected, 10)
    }
  })
})

describe('the route', () => {
  test('names what is wrong with a parameter, and an unknown symbol with those like it', async () => {
    const path = '/api/v1/listings/NVDA/indicators'
    expect(await seeded.problem(`${path}?window=1`, 400)).toMatchObject({ parameter: 'window' })
    expect(await seeded.problem(`${path}?window=501`, 400)).toMatchObject({ parameter: 'window' })
    expect(await seeded.problem(`${path}?adjust=raw`, 400)).toMatchObject({ parameter: 'adjust' })
    expect(await seeded.problem(`${path}?against=NVDA`, 400)).toMatchObject({ parameter: 'against' })
    expect(await seeded.problem(`${path}?against=nvdx`, 404)).toMatchObject({ parameter: 'against' })
    expect(await seeded.problem(`${path}?from=2025-03-01&to=2025-02-01`, 400)).toMatchObject({ parameter: 'from' })
    expect((await seeded.problem('/api/v1/listings/nvda/indicators', 404)).near).toEqual(['NVDA'])
  })
})
