import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BarsView } from '@/lib/api/bars/schema'
import { type ValuationView, valuationSchema } from '@/lib/api/valuation/schema'
import { latestValuation, valuationView } from '@/lib/api/valuation/view'
import { listingBySymbol } from '@/lib/store/listing/list'
import { type ShareCountInput, writeShareCounts } from '@/lib/store/shareCount/write'
import { contextAt } from '../../database/fresh'
import { now, type SeededApi, seededApi } from './seeded'

let seeded: SeededApi
beforeAll(async () => {
  seeded = await seededApi()
})
afterAll(() => seeded.store.close())

const valuation = async (symbol: string, search = '') =>
  valuationSchema.parse(await seeded.json<ValuationView>(`/api/v1/listings/${symbol}/valuation${search}`))
const between = (from: string, to: string) => `?from=${from}&to=${to}`

/** Stores counts of shares while `work` runs; the box has none. */
async function withShares(topic: string, counts: readonly ShareCountInput[], work: () => Promise<void>) {
  const ctx = contextAt('2026-11-01T00:00:00Z')
  await writeShareCounts(seeded.store.sql, ctx, topic, counts, { feed: 'sec', fetchedAt: ctx.now })
  try {
    await work()
  } finally {
    await seeded.store.sql`DELETE FROM share_count`
  }
}

const shares = (asOf: string, count: bigint, knownAt: string): ShareCountInput => ({
  asOf,
  shares: count,
  knownAt: new Date(knownAt),
  document: 'cover',
})

describe('trailing revenue of the bundled figures', () => {
  test('Cambricon’s half-year report of the evening of 2025-08-26 counts from the next session', async () => {
    const view = await valuation('688256.SS', between('2025-08-26', '2025-08-27'))
    expect(view).toMatchObject({
      session: ['2025-08-26', '2025-08-27'],
      close: (await seeded.json<BarsView>(`/api/v1/listings/688256.SS/bars${between('2025-08-26', '2025-08-27')}`))
        .close,
      // 39,098,343.16 + 120,541,234.02 + 989,000,000 + 1,111,398,926.80, then without the first and with 1,769,244,544.29
      revenueTtm: [2_260_038_503.98, 3_990_184_705.11],
      revenueCurrency: ['CNY', 'CNY'],
      revenueTtmCny: [2_260_038_503.98, 3_990_184_705.11],
      quarters: [
        ['2024-Q2', '2024-Q3', '2024-Q4', '2025-Q1'],
        ['2024-Q3', '2024-Q4', '2025-Q1', '2025-Q2'],
      ],
      // 2024-Q4 is a difference of rounded figures.
      precision: ['rounded', 'rounded'],
      derived: [true, true],
      quarter: ['2025-Q1', '2025-Q2'],
      quarterKnownAt: ['2025-04-18T10:00:00.000Z', '2025-08-26T10:00:00.000Z'],
      marketCap: [null, null],
      priceToSales: [null, null],
      reason: ['no multiple: shares unknown', 'no multiple: shares unknown'],
    })
    // 1,111,398,926.80 / 25,667,000 - 1 and 1,769,244,544.29 / 39,098,343.16 - 1
    expect(view.yearOnYear[0]).toBeCloseTo(42.300695, 5)
    expect(view.yearOnYear[1]).toBeCloseTo(44.251139, 5)
    // 1,769,244,544.29 / 1,111,398,926.80 - 1
    expect(view.quarterOnQuarter[1]).toBeCloseTo(0.591908, 5)
    expect(view.meta).toMatchObject({ topic: 'cambricon', currency: 'CNY', adjustment: 'raw', rows: 2 })
  })

  test('is exact once all four are', async () => {
    // 1,111,398,926.80 + 1,769,244,544.29 + 1,726,780,892.57 + 1,889,771,835.02, announced on the evening of 2026-03-12
    const view = await valuation('688256.SS', between('2026-03-12', '2026-03-13'))
    expect(view).toMatchObject({ precision: ['rounded', 'exact'], derived: [true, false] })
    expect(view.revenueTtm[1]).toBe(6_497_196_198.68)
  })

  test('Nvidia’s results of 20:22 UTC on 2025-08-27, after the close, count from the next session', async () => {
    // 30,040 + 35,082 + 39,331 + 44,062 million, then without the first and with 46,743
    const view = await valuation('NVDA', between('2025-08-27', '2025-08-28'))
    expect(view.revenueTtm).toEqual([148_515_000_000, 165_218_000_000])
    expect(view.revenueTtmUsd).toEqual(view.revenueTtm)
    expect(view.quarter).toEqual(['FY2026-Q1', 'FY2026-Q2'])
    expect(view.yearOnYear[1]).toBeCloseTo(46_743 / 30_040 - 1, 6)
  })

  test('is told in dollars and yuan by the euro cross of the day, with the day of the rate', async () => {
    const day = between('2025-08-28', '2025-08-28')
    const { rate } = await seeded.json<{ rate: number[] }>(
      `/api/v1/rates?base=CNY&quote=USD&from=2025-08-28&to=2025-08-28`,
    )
    const view = await valuation('688256.SS', day)
    expect(view.rateDate).toEqual(['2025-08-28'])
    expect(view.revenueTtmUsd[0]).toBeCloseTo(3_990_184_705.11 * (rate[0] ?? 0), 1)
    // The bundled rates end in April 2026: a week later none stands for a session, and the row says so.
    const later = await valuation('688256.SS', between('2026-07-20', '2026-07-22'))
    expect(later.revenueTtmUsd).toEqual([null, null, null])
    expect(later.revenueTtmCny[0]).toBe(later.revenueTtm[0])
    expect(later.reason[0]).toMatch(
      /^not in USD: no rate of CNY to USD within 7 days up to 2026-07-20; no multiple: shares unknown$/,
    )
  })

  test('a listing without revenue, and an index, have a reason in its place', async () => {
    const day = between('2026-05-11', '2026-05-11')
    expect(await valuation('688795.SS', day)).toMatchObject({
      revenueTtm: [null],
      quarter: [null],
      reason: [
        'no trailing revenue, no growth on the year, no growth on the quarter: no quarter’s revenue was known; no multiple: shares unknown',
      ],
    })
    expect(await valuation('%5EGSPC', day)).toMatchObject({
      revenueTtm: [null],
      reason: [
        'no trailing revenue, no growth on the year, no growth on the quarter, no multiple: an index has no revenue',
      ],
      meta: { topic: null },
    })
  })
})

describe('market cap and multiple', () => {
  test('Nvidia across ten for one: a count of before is multiplied from the ex-date on', async () => {
    const counts = [shares('2024-05-24', 2_460_000_000n, '2024-05-29T21:30:00Z')]
    await withShares('nvidia', counts, async () => {
      const view = await valuation('NVDA', between('2024-05-29', '2024-06-10'))
      const at = (session: string) => view.session.indexOf(session)
      expect(view.reason[at('2024-05-29')]).toBe('no multiple: shares unknown')
      expect(view.marketCap[at('2024-05-29')]).toBeNull()
      const [before, after] = [at('2024-06-07'), at('2024-06-10')]
      expect([view.close[before], view.close[after]]).toEqual([1208.88, 121.79])
      expect([view.shares[before], view.shares[after]]).toEqual([2_460_000_000, 24_600_000_000])
      expect([view.sharesStated[after], view.sharesAsOf[after]]).toEqual([2_460_000_000, '2024-05-24'])
      // 1,208.88 × 2.46 bn; 121.79 × 24.6 bn
      expect(view.marketCap[before]).toBe(2_973_844_800_000)
      expect(view.marketCap[after]).toBe(2_996_034_000_000)
      // over 13,507 + 18,120 + 22,103 + 26,044 = 79,774 million
      expect(view.priceToSales[before]).toBe(37.2784)
      expect(view.priceToSales[after]).toBe(37.5565)
      expect(view.reason[after]).toBeNull()
      expect(view.meta.sharesSources).toMatchObject([{ feed: 'sec', from: '2024-05-24', rows: 1 }])
    })
  })

  test('Cambricon across 1.49 for one, in its own currency, dollars and yuan', async () => {
    const counts = [shares('2025-12-31', 400_000_000n, '2026-03-12T10:00:00Z')]
    await withShares('cambricon', counts, async () => {
      const view = await valuation('688256.SS', between('2026-05-07', '2026-05-08'))
      expect(view.close[0]).toBe(1868)
      expect(view.shares).toEqual([400_000_000, 596_000_000])
      expect(view.marketCap[0]).toBe(747_200_000_000)
      expect(view.marketCap[1]).toBeCloseTo((view.close[1] ?? 0) * 596_000_000, 0)
      const day = between('2026-04-01', '2026-04-01')
      const [local, dollars] = [await valuation('688256.SS', day), await valuation('688256.SS', `${day}&currency=USD`)]
      const rates = await seeded.json<{ rate: number[] }>(
        '/api/v1/rates?base=CNY&quote=USD&from=2026-04-01&to=2026-04-01',
      )
      expect(dollars.meta).toMatchObject({ currency: 'USD', listingCurrency: 'CNY' })
      expect(dollars.close).toEqual(local.close)
      expect(dollars.marketCap[0]).toBeCloseTo((local.marketCap[0] ?? 0) * (rates.rate[0] ?? 0), 0)
      expect(dollars.priceToSales).toEqual(local.priceToSales)
      expect((await valuation('688256.SS', `${day}&currency=CNY`)).marketCap).toEqual(local.marketCap)
    })
  })

  test('the price of a depositary share is not multiplied with the company’s shares', async () => {
    await withShares('alibaba', [shares('2025-06-30', 19_000_000_000n, '2025-07-30T10:00:00Z')], async () => {
      const view = await valuation('BABA', between('2025-08-28', '2025-08-28'))
      expect(view).toMatchObject({ shares: [null], marketCap: [null], priceToSales: [null] })
      expect(view.reason[0]).toContain('no multiple: how many shares one depositary share stands for is not known')
    })
  })
})

describe('what was known', () => {
  test('a restated quarter counts from the restatement’s own moment', async () => {
    const { sql } = seeded.store
    await sql`INSERT INTO revenue_fact SELECT topic_id, label, '2025-09-10T10:00:00Z', period_start, period_end, value + 1000000, currency, filed, derived, precision,
      feed, document, fetched_at FROM revenue_fact WHERE label = '2025-Q1'`
    const view = await valuation('688256.SS', between('2025-09-10', '2025-09-11'))
    await sql`DELETE FROM revenue_fact WHERE label = '2025-Q1' AND known_at = '2025-09-10T10:00:00Z'`
    expect(view.revenueTtm).toEqual([3_990_184_705.11, 3_991_184_705.11])
  })

  test('looking back from the close of any session gives the row that the present gives: nothing later was in it', async () => {
    const { store } = seeded
    const counts = [
      shares('2024-05-24', 2_460_000_000n, '2024-05-29T21:30:00Z'),
      shares('2024-08-23', 24_530_000_000n, '2024-08-28T21:30:00Z'),
      shares('2025-02-21', 24_400_000_000n, '2025-02-26T22:30:00Z'),
    ]
    await withShares('nvidia', counts, async () => {
      for (const symbol of ['NVDA', '688256.SS']) {
        const whole = await valuation(symbol)
        const { id = 0 } = (await listingBySymbol(store.sql, symbol)) ?? {}
        const closes = await store.sql<
          { at: Date }[]
        >`SELECT as_of AS at FROM bar WHERE listing_id = ${id} ORDER BY session`
        const check = async (pick: number) => {
          const at = closes[pick]?.at ?? now
          const session = whole.session[pick] ?? ''
          const then = await valuationView(store, symbol, { currency: 'local', from: session, to: session }, at)
          const { meta: _, ...columns } = whole
          for (const [name, column] of Object.entries(columns)) {
            expect({ name, session, value: then?.[name as keyof typeof columns] }).toEqual({
              ...{ name, session },
              value: [column[pick]],
            })
          }
          expect(whole.quarterKnownAt[pick] ?? '').not.toBe('')
          expect(Date.parse(whole.quarterKnownAt[pick] ?? '')).toBeLessThanOrEqual(at.getTime())
        }
        await fc.assert(fc.asyncProperty(fc.nat(closes.length - 1), check), { numRuns: 40 })
      }
    })
  })

  test('the panel’s row is the last of the series, and unsettled bars are in neither', async () => {
    const { store } = seeded
    await store.sql`UPDATE bar b SET settled = false FROM listing l WHERE l.id = b.listing_id AND l.symbol = 'NVDA' AND session = '2026-05-15'`
    const view = await valuation('NVDA', between('2026-05-13', '2026-05-15'))
    const latest = await latestValuation(store, 'NVDA', now)
    await store.sql`UPDATE bar b SET settled = true FROM listing l WHERE l.id = b.listing_id AND l.symbol = 'NVDA' AND session = '2026-05-15'`
    expect(view.session).toEqual(['2026-05-13', '2026-05-14'])
    expect(latest?.valuation).toMatchObject({ session: '2026-05-14', trailing: { value: String(view.revenueTtm[1]) } })
    expect(await latestValuation(store, 'nope', now)).toBeNull()
  })
})

describe('the route', () => {
  test('gives CSV with what the figures are, and the same columns', async () => {
    const path = `/api/v1/listings/688256.SS/valuation${between('2025-08-27', '2025-08-27')}&format=csv`
    const response = await seeded.api.request(path)
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="688256.SS-valuation.csv"')
    const lines = (await response.text()).trimEnd().split('\r\n')
    const head = lines.filter((line) => line.startsWith('#')).join('\n')
    for (const text of [
      'source of closes: Bundled figures',
      'source of revenue: Bundled figures (2024-09-30 to 2025-06-30)',
      'adjustment: raw',
      'currency of market cap: CNY',
    ])
      expect(head).toContain(text)
    expect(lines.at(-2)).toBe(
      Object.keys(valuationSchema.shape)
        .filter((name) => name !== 'meta')
        .join(','),
    )
    expect(lines.at(-1)).toContain(',3990184705.11,CNY,')
    expect(lines.at(-1)).toContain(',2024-Q3 2024-Q4 2025-Q1 2025-Q2,rounded,true,2025-Q2,')
  })

  test('names what is wrong with a parameter, and an unknown symbol', async () => {
    const path = '/api/v1/listings/NVDA/valuation'
    expect(await seeded.problem(`${path}?currency=EUR`, 400)).toMatchObject({ parameter: 'currency' })
    expect(await seeded.problem(`${path}?from=2025-02-29`, 400)).toMatchObject({ parameter: 'from' })
    expect(await seeded.problem(`${path}?from=2025-03-01&to=2025-02-01`, 400)).toMatchObject({ parameter: 'from' })
    expect(await seeded.problem(`${path}?asOf=2027-01-01`, 400)).toMatchObject({ parameter: 'asOf' })
    expect((await seeded.problem('/api/v1/listings/nvda/valuation', 404)).near).toEqual(['NVDA'])
  })

  test('an empty range is an answer', async () => {
    const view = await valuation('688256.SS', between('2025-10-01', '2025-10-03'))
    expect(view).toMatchObject({ session: [], reason: [], meta: { rows: 0, bundledTo: null, asOf: null, sources: [] } })
  })
})
