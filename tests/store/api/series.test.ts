import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actionsSchema } from '@/lib/api/actions/schema'
import { type BarsView, barsSchema } from '@/lib/api/bars/schema'
import { barsView } from '@/lib/api/bars/view'
import { type ListingsView, type ListingView, listingSchema, listingsSchema } from '@/lib/api/listings/schema'
import { type RevenueView, revenueSchema } from '@/lib/api/revenue/schema'
import { now, type SeededApi, seededApi } from './seeded'

let seeded: SeededApi
beforeAll(async () => {
  seeded = await seededApi()
})
afterAll(() => seeded.store.close())

const bars = (path: string) => seeded.json<BarsView>(`/api/v1/listings/${path}`)

describe('listings', () => {
  test('all ten are there, the two sides first, each whole and with its source', async () => {
    const { items } = listingsSchema.parse(await seeded.json<ListingsView>('/api/v1/listings'))
    expect(items).toHaveLength(10)
    expect(items.slice(0, 2).map(({ symbol }) => symbol)).toEqual(['688256.SS', 'NVDA'])
    for (const { series } of items) {
      expect(series.source).toEqual({ feed: 'bundled', name: 'Bundled figures', bundled: true })
      expect(series.change).toBeCloseTo((series.lastClose ?? 0) / (series.previousClose ?? 1) - 1, 7)
      expect(series.age.state).toBe('behind')
    }
  })

  test('one is found by its percent-encoded symbol', async () => {
    const index = listingSchema.parse(await seeded.json<ListingView>('/api/v1/listings/%5EGSPC'))
    expect(index).toMatchObject({ symbol: '^GSPC', exchange: 'New York Stock Exchange', kind: 'index' })
  })

  test('an unknown symbol is a 404 that names those near it', async () => {
    expect((await seeded.problem('/api/v1/listings/nvda', 404)).near).toEqual(['NVDA'])
    for (const what of ['bars', 'actions', 'revenue']) {
      const { detail, near } = await seeded.problem(`/api/v1/listings/688256/${what}`, 404)
      expect(near).toContain('688256.SS')
      expect(detail).toContain('688256.SS')
    }
    expect((await seeded.problem('/api/v1/listings/%EF%BF%BF', 404)).near).toEqual([])
  })
})

describe('bars', () => {
  test('Cambricon on 2025-08-28 closed at 1587.91 as traded, which is 1065.711409 across the later bonus issue', async () => {
    const day = '688256.SS/bars?from=2025-08-28&to=2025-08-28'
    for (const path of [day, `${day}&adjust=raw`]) {
      const raw = barsSchema.parse(await bars(path))
      expect(raw).toMatchObject({
        session: ['2025-08-28'],
        close: [1587.91],
        meta: { adjustment: 'raw', rows: 1, currency: 'CNY' },
      })
    }
    const split = await bars(`${day}&adjust=split`)
    expect(split).toMatchObject({ close: [1065.711409], meta: { adjustment: 'split', adjustmentNote: null } })
  })

  test('Nvidia on 2024-06-07 closed at 1208.88 as traded and 120.888 across the split, with ten times the shares', async () => {
    const raw = await bars('NVDA/bars?from=2024-06-07&to=2024-06-07')
    const split = await bars('NVDA/bars?from=2024-06-07&to=2024-06-07&adjust=split')
    expect([raw.close, split.close]).toEqual([[1208.88], [120.888]])
    expect(split.volume[0]).toBe(10 * (raw.volume[0] ?? 0))
  })

  test('a part of a series has the values of the whole, on every basis', async () => {
    for (const adjust of ['raw', 'split', 'total']) {
      for (const symbol of ['688256.SS', '0700.HK']) {
        const whole = await bars(`${symbol}/bars?adjust=${adjust}`)
        const part = await bars(`${symbol}/bars?adjust=${adjust}&from=2025-05-01&to=2025-06-03`)
        const first = whole.session.indexOf(part.session[0] ?? '')
        expect(part.session.length).toBeGreaterThan(15)
        for (const column of ['session', 'open', 'high', 'low', 'close', 'volume'] as const) {
          expect(part[column]).toEqual(whole[column].slice(first, first + part.session.length))
        }
      }
    }
  })

  test('total lowers what lies before a dividend by (P - cash) / P and leaves the rest', async () => {
    const range = '0700.HK/bars?from=2025-05-14&to=2025-05-20'
    const [raw, total] = [await bars(range), await bars(`${range}&adjust=total`)]
    const before = raw.session.lastIndexOf('2025-05-15')
    const p = raw.close[before] ?? 0
    expect(total.close[before]).toBeCloseTo(p - 4.5, 5)
    expect(total.close.slice(before + 1)).toEqual(raw.close.slice(before + 1))
  })

  test('total says when dividends are not known, or known up to a day only', async () => {
    const note = async (symbol: string) =>
      (await bars(`${symbol}/bars?from=2026-01-05&adjust=total`)).meta.adjustmentNote
    expect(await note('NVDA')).toContain('not known to be complete')
    expect(await note('%5EGSPC')).toContain('price index')
    expect(await note('688256.SS')).toBeNull()
    await seeded.store.sql`UPDATE listing SET dividends_known_to = '2026-03-01' WHERE symbol = '688256.SS'`
    expect(await note('688256.SS')).toContain('2026-03-01')
  })

  test('numbers are written as their decimals, without the noise of floats', async () => {
    const text = await (await seeded.api.request('/api/v1/listings/688256.SS/bars?adjust=split')).text()
    expect(text).not.toMatch(/\d\.\d{7,}/)
    expect(text).not.toMatch(/\d(e|E)\+?-?\d/)
    expect(text).not.toContain(': ')
  })

  test('an action that has not happened yet adjusts nothing', async () => {
    const day = { from: '2025-08-28', to: '2025-08-28', adjust: 'split' } as const
    const { store } = seeded
    await store.sql`INSERT INTO corporate_action (listing_id, ex_date, kind, ratio_numerator, ratio_denominator, feed, fetched_at)
      SELECT id, '2026-11-26', 'split', 2, 1, 'yahoo', now() FROM listing WHERE symbol = '688256.SS'`
    const at = async (moment: string) => (await barsView(store, '688256.SS', day, new Date(moment)))?.close
    expect(await at('2026-11-26T01:29:00Z')).toEqual([1065.711409])
    expect(await at('2026-11-26T01:30:00Z')).toEqual([532.855705])
    await store.sql`DELETE FROM corporate_action WHERE ex_date = '2026-11-26'`
  })

  test('an empty range is an answer, not an error', async () => {
    const view = await bars('688256.SS/bars?from=2025-10-01&to=2025-10-03&adjust=total')
    expect(view).toMatchObject({ session: [], close: [], meta: { rows: 0, bundledTo: null, asOf: null, sources: [] } })
  })

  test('bundled figures say so, with their last session', async () => {
    expect((await bars('NVDA/bars')).meta).toMatchObject({
      bundledTo: '2026-05-15',
      sources: [{ feed: 'bundled', name: 'Bundled figures', from: '2024-01-02', to: '2026-05-15' }],
    })
  })

  test('CSV begins with source, as-of, adjustment and currency, then has the columns', async () => {
    const response = await seeded.api.request(
      '/api/v1/listings/688256.SS/bars?from=2025-08-28&to=2025-08-28&adjust=split&format=csv',
    )
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="688256.SS-bars-split.csv"')
    const lines = (await response.text()).split('\r\n')
    const head = lines.filter((line) => line.startsWith('#')).join('\n')
    for (const word of [
      'source: Bundled figures',
      'as of: 2025-08-28T07:00:00',
      'adjustment: split',
      'currency: CNY',
    ]) {
      expect(head).toContain(word)
    }
    expect(lines.slice(-3)).toEqual([
      'session,open,high,low,close,volume,settled',
      '2025-08-28,953.020134,1071.060403,933.557047,1065.711409,26562297,true',
      '',
    ])
    const index = await seeded.api.request('/api/v1/listings/%5EGSPC/bars?format=csv')
    expect(index.headers.get('content-disposition')).toBe('attachment; filename="_GSPC-bars-raw.csv"')
  })
})

describe('corporate actions', () => {
  test('a bonus issue and a dividend of one day are both there, as numbers', async () => {
    const { items } = actionsSchema.parse(await seeded.json('/api/v1/listings/688256.SS/actions'))
    expect(items).toMatchObject([
      { kind: 'dividend', exDate: '2026-05-08', cash: 1.5, currency: 'CNY', feedName: 'Bundled figures' },
      { kind: 'split', exDate: '2026-05-08', numerator: 149, denominator: 100, feed: 'bundled' },
    ])
  })
})

describe('revenue', () => {
  test('Nvidia has 18 quarters from FY2023-Q1; FY2026-Q4 is 68,127 million, derived', async () => {
    const view = revenueSchema.parse(await seeded.json<RevenueView>('/api/v1/listings/NVDA/revenue'))
    expect(view.label).toHaveLength(18)
    expect(view.label[0]).toBe('FY2023-Q1')
    const q4 = view.label.indexOf('FY2026-Q4')
    expect([view.value[q4], view.derived[q4], view.currency[q4]]).toEqual([68_127_000_000, true, 'USD'])
    expect(view.meta).toMatchObject({ topic: 'nvidia', currency: 'USD', rows: 18, bundledTo: view.end.at(-1) })
  })

  test('Cambricon’s 2025-Q2 is 1,769,244,544.29, and growth is against 2024-Q2', async () => {
    const view = await seeded.json<RevenueView>('/api/v1/listings/688256.SS/revenue')
    const [q2, before] = [view.label.indexOf('2025-Q2'), view.label.indexOf('2024-Q2')]
    expect(view.value[q2]).toBe(1_769_244_544.29)
    expect(view.yearOnYear[q2]).toBeCloseTo(1_769_244_544.29 / (view.value[before] ?? 0) - 1, 5)
    expect(view.yearOnYear.slice(0, 4)).toEqual([null, null, null, null])
    expect(view.knownAt.every((moment) => moment.endsWith('Z'))).toBe(true)
  })

  test('a listing without a company has empty columns', async () => {
    const view = revenueSchema.parse(await seeded.json<RevenueView>('/api/v1/listings/%5EIXIC/revenue'))
    expect(view).toMatchObject({
      label: [],
      value: [],
      meta: { topic: null, currency: null, rows: 0, bundledTo: null },
    })
  })

  test('CSV has a line a quarter after its header', async () => {
    const response = await seeded.api.request('/api/v1/listings/NVDA/revenue?format=csv')
    expect(response.headers.get('content-disposition')).toContain('NVDA-revenue.csv')
    const lines = (await response.text()).trimEnd().split('\r\n')
    expect(lines.filter((line) => !line.startsWith('#'))).toHaveLength(19)
    expect(lines.find((line) => line.startsWith('FY2026-Q4,'))).toContain(',68127000000,USD,')
  })
})

test('the views that pages call and the routes give the same', async () => {
  const view = await barsView(seeded.store, 'NVDA', { adjust: 'split' }, now)
  expect(await bars('NVDA/bars?adjust=split')).toEqual(JSON.parse(JSON.stringify(view)))
  expect(await barsView(seeded.store, 'nope', { adjust: 'split' }, now)).toBeNull()
})
