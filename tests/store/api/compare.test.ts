import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BarsView } from '@/lib/api/bars/schema'
import { refusalWords } from '@/lib/api/compare/refusal'
import { type CompareView, compareSchema } from '@/lib/api/compare/schema'
import { compareView } from '@/lib/api/compare/view'
import type { EventsView } from '@/lib/api/events/schema'
import { type RatesView, ratesSchema } from '@/lib/api/rates/schema'
import { now, type SeededApi, seededApi } from './seeded'

let seeded: SeededApi
beforeAll(async () => {
  seeded = await seededApi()
})
afterAll(() => seeded.store.close())

const compare = async (query: string) => compareSchema.parse(await seeded.json<CompareView>(`/api/v1/compare?${query}`))
const one = ({ series }: CompareView, symbol: string) => {
  const found = series.find((each) => each.symbol === symbol)
  if (!found) throw new Error(`${symbol} is missing`)
  return found
}

/** A CSV answer: its head lines, and its rows by the names of its columns. */
async function csv(query: string) {
  const response = await seeded.api.request(`/api/v1/compare?${query}`)
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const lines = (await response.text()).split('\r\n').filter(Boolean)
  const head = lines.filter((line) => line.startsWith('#'))
  const [names = '', ...rows] = lines.slice(head.length)
  const columns = names.split(',')
  return {
    head,
    rows: rows.map((row) => Object.fromEntries(row.split(',').map((cell, i) => [columns[i] ?? '', cell]))),
  }
}

describe('a comparison', () => {
  test('at a date is 100 at the last session up to it, and can be recomputed from the split-adjusted bars', async () => {
    const view = await compare('symbols=688256.SS,NVDA&rebase=2025-09-20')
    expect(view.base).toEqual({ kind: 'date', date: '2025-09-20', event: null, title: null, titleZh: null })
    for (const symbol of ['688256.SS', 'NVDA']) {
      const series = one(view, symbol)
      const bars = await seeded.json<BarsView>(`/api/v1/listings/${symbol}/bars?adjust=split`)
      expect(series.baseSession).toBe('2025-09-19')
      const base = bars.close[bars.session.indexOf('2025-09-19')] ?? 0
      expect(series.baseClose).toBe(base)
      expect(series.session).toEqual(bars.session)
      expect(series.value).toEqual(bars.close.map((close) => Number(((100 * close) / base).toFixed(6))))
      expect(series.value[series.session.indexOf('2025-09-19')]).toBe(100)
    }
    expect(view.meta).toMatchObject({ adjustment: 'split', currency: 'local', settled: 'only', conversion: null })
  })

  test('at an event is 100 at the last session before its day 0 on each exchange', async () => {
    const view = await compare('symbols=688256.SS,NVDA&rebase=event:deepseek-r1-shock')
    expect(view.base).toMatchObject({ kind: 'event', event: 'deepseek-r1-shock' })
    expect(view.base.title).not.toBe('')
    expect(one(view, 'NVDA').baseSession).toBe('2025-01-24')
    expect(one(view, '688256.SS').baseSession && one(view, '688256.SS').baseSession).toMatch(/^2025-01-2\d$/)
  })

  test('keeps its base when only a part is asked for', async () => {
    const whole = one(await compare('symbols=NVDA&rebase=2025-09-18'), 'NVDA')
    const part = one(await compare('symbols=NVDA&rebase=2025-09-18&from=2026-01-02&to=2026-01-09'), 'NVDA')
    expect(part.session).toEqual(whole.session.filter((date) => date >= '2026-01-02' && date <= '2026-01-09'))
    expect(part.value).toEqual(whole.value.slice(whole.session.indexOf('2026-01-02')).slice(0, part.value.length))
  })

  test('without a base begins where all have begun', async () => {
    const view = await compare('symbols=NVDA,688795.SS')
    expect(view.base.date).toBe('2025-12-05')
    expect(one(view, '688795.SS').value[0]).toBe(100)
  })

  test('in another currency takes the euro cross of each day, as the rates have it', async () => {
    const range = 'from=2025-09-18&to=2025-09-30'
    const view = await compare(`symbols=688256.SS,NVDA&rebase=2025-09-18&currency=USD&${range}`)
    const rates = ratesSchema.parse(await seeded.json<RatesView>(`/api/v1/rates?base=CNY&quote=USD&${range}`))
    const bars = await seeded.json<BarsView>(`/api/v1/listings/688256.SS/bars?adjust=split&${range}`)
    const dollars = bars.close.map(
      (close, i) => close * (rates.rate[rates.date.indexOf(bars.session[i] ?? '')] ?? Number.NaN),
    )
    const series = one(view, '688256.SS')
    expect(series.currency).toBe('USD')
    expect(series.baseClose).toBeCloseTo(dollars[0] ?? 0, 5)
    for (const [i, value] of series.value.entries())
      expect(value).toBeCloseTo((100 * (dollars[i] ?? 0)) / (dollars[0] ?? 1), 4)
    expect(one(view, 'NVDA').value).toEqual(one(await compare(`symbols=NVDA&rebase=2025-09-18&${range}`), 'NVDA').value)
    expect(view.meta.conversion).toContain('at most 7 days old')
  })

  test('says which sessions no rate stands for, and leaves those out', async () => {
    const series = one(await compare('symbols=688256.SS&rebase=2025-09-18&currency=USD'), '688256.SS')
    const { date } = await seeded.json<RatesView>('/api/v1/rates?base=CNY&quote=USD')
    expect(series.note).toMatch(/^688256.SS: \d+ sessions from \d{4}-\d\d-\d\d to 2026-07-22 are left out/)
    expect((series.session.at(-1) ?? '') <= `${date.at(-1)?.slice(0, 8)}99`).toBe(true)
  })

  test('a series that alone has no base is empty with a note; when none has one, the base is refused', async () => {
    const view = await compare('symbols=NVDA,688795.SS&rebase=2025-09-18')
    expect(one(view, '688795.SS')).toMatchObject({ baseSession: null, session: [], value: [] })
    expect(one(view, '688795.SS').note).toContain('its first is 2025-12-05')
    expect(one(view, 'NVDA').session.length).toBeGreaterThan(500)
    expect(await seeded.problem('/api/v1/compare?symbols=NVDA&rebase=1999-01-04', 400)).toMatchObject({
      parameter: 'rebase',
    })
  })

  test('names what is wrong: symbols, base, currency, an event known to the month only', async () => {
    const wrong = async (query: string, status = 400) =>
      (await seeded.problem(`/api/v1/compare?${query}`, status)).parameter
    expect(await wrong('rebase=2025-09-18')).toBe('symbols')
    expect(await wrong('symbols=')).toBe('symbols')
    expect(await wrong('symbols=NVDA,NVDA')).toBe('symbols')
    expect(await wrong('symbols=A,B,C,D,E,F,G')).toBe('symbols')
    expect(await wrong('symbols=NVDA,nvda', 404)).toBe('symbols')
    expect(await wrong('symbols=NVDA&rebase=yesterday')).toBe('rebase')
    expect(await wrong('symbols=NVDA&rebase=2025-02-29')).toBe('rebase')
    expect(await wrong('symbols=NVDA&rebase=2027-01-01')).toBe('rebase')
    expect(await wrong('symbols=NVDA&rebase=event:nothing-like-it', 404)).toBe('rebase')
    expect(await wrong('symbols=NVDA&rebase=event:%00', 404)).toBe('rebase')
    expect(await wrong('symbols=NVDA&currency=EUR')).toBe('currency')
    const { items } = await seeded.json<EventsView>('/api/v1/events?kind=all')
    const month = items.find(({ precision }) => precision === 'month')?.slug
    const { detail } = await seeded.problem(`/api/v1/compare?symbols=NVDA&rebase=event:${month}`, 400)
    expect(detail).toContain('only the month')
  })

  test('a page that gives a base that cannot be used gets an error it can show', async () => {
    const failing = compareView(seeded.store, { symbols: ['NVDA'], rebase: '<b>', currency: 'local' }, now)
    await expect(failing).rejects.toThrow('rebase: expected a date such as 2025-09-18')
  })
})

describe('a comparison at the event of the number format', () => {
  const query = 'symbols=688256.SS,NVDA&rebase=event:deepseek-ue8m0'
  const bases = { '688256.SS': '2025-08-21', NVDA: '2025-08-20' }

  test('is 100 at the last close before each exchange’s own day 0', async () => {
    const { items } = await seeded.json<EventsView>('/api/v1/events')
    const zero = items.find(({ slug }) => slug === 'deepseek-ue8m0')?.dayZero ?? []
    expect(zero.map(({ symbol, session }) => [symbol, session])).toEqual(
      expect.arrayContaining([
        ['688256.SS', '2025-08-22'],
        ['NVDA', '2025-08-21'],
      ]),
    )
    const view = await compare(query)
    for (const [symbol, session] of Object.entries(bases)) {
      const series = one(view, symbol)
      expect(series.baseSession).toBe(session)
      expect(series.value[series.session.indexOf(session)]).toBe(100)
    }
  })

  test('as CSV holds the same numbers, and what they are computed from', async () => {
    const view = await compare(`${query}&currency=USD`)
    const table = await csv(`${query}&currency=USD&format=csv`)
    for (const series of view.series) {
      const rows = table.rows.filter(({ listing }) => listing === series.symbol)
      expect(rows.map(({ session }) => session)).toEqual(series.session)
      expect(rows.map(({ value }) => Number(value))).toEqual(series.value)
      const base = rows.find(({ session }) => session === bases[series.symbol as keyof typeof bases])
      expect([Number(base?.value), Number(base?.used)]).toEqual([100, series.baseClose])
      for (const { close, rate, rateDate, used, value, session } of rows) {
        expect(Number(used)).toBeCloseTo(Number(close) * (rate === '' ? 1 : Number(rate)), 5)
        expect(Number(value)).toBeCloseTo((100 * Number(used)) / Number(base?.used), 5)
        expect((rateDate ?? '') <= (session ?? '')).toBe(true)
      }
    }
    expect(table.head.find((line) => line.startsWith('# base: '))).toMatch(/\(event:deepseek-ue8m0, 2025-08-2\d\)$/)
    expect(table.head.filter((line) => line.startsWith('# listing '))).toHaveLength(2)
  })
})

describe('what a series did since its base', () => {
  test('is recomputed from its values', async () => {
    const series = one(await compare('symbols=NVDA&rebase=2025-03-03'), 'NVDA')
    const since = series.value.slice(series.session.indexOf(series.baseSession ?? ''))
    const returns = since.slice(1).map((value, i) => Math.log(value / (since[i] ?? 0)))
    const mean = returns.reduce((sum, one) => sum + one, 0) / returns.length
    const variance = returns.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (returns.length - 1)
    let [high, depth] = [0, 0]
    for (const value of since) {
      high = Math.max(high, value)
      depth = Math.min(depth, value / high - 1)
    }
    expect(series.stats?.returns).toBe(returns.length)
    expect(series.stats?.volatility).toBeCloseTo(Math.sqrt(252 * variance), 12)
    expect(series.stats?.drawdown?.depth).toBe(depth)
    expect(series.stats?.change).toBe((since.at(-1) ?? 0) / 100 - 1)
    expect(series.stats?.lastSession).toBe(series.session.at(-1))
  })

  test('is nothing when the range ends before the base, and no volatility with one return', async () => {
    expect(one(await compare('symbols=NVDA&rebase=2025-03-03&to=2025-01-31'), 'NVDA').stats).toBeNull()
    const stats = one(await compare('symbols=NVDA&rebase=2025-03-03&to=2025-03-04'), 'NVDA').stats
    expect(stats).toMatchObject({ returns: 1, volatility: null })
  })
})

describe('a total return', () => {
  test('is above the price where dividends were paid, and says how far they are known', async () => {
    const price = one(await compare('symbols=0700.HK&rebase=2024-01-02'), '0700.HK')
    const view = await compare('symbols=0700.HK,NVDA&rebase=2024-01-02&adjust=total')
    expect(view.meta.adjustment).toBe('total')
    const total = one(view, '0700.HK')
    const bars = await seeded.json<BarsView>('/api/v1/listings/0700.HK/bars?adjust=total')
    const base = bars.close[bars.session.indexOf('2024-01-02')] ?? 0
    expect(total.value.at(-1)).toBeCloseTo((100 * (bars.close.at(-1) ?? 0)) / base, 4)
    expect(total.value.at(-1)).toBeGreaterThan(price.value.at(-1) ?? 0)
    expect(one(view, 'NVDA').note).toBe(
      'The cash dividends of NVDA are not known to be complete: prices are lowered only by those listed under its actions',
    )
    expect(one(view, 'NVDA').noteZh).toContain('现金股息')
    expect(price.note).toBeNull()
  })
})

describe('what is said in Chinese', () => {
  test('a series without a base, and a base that is refused', async () => {
    const view = await compare('symbols=NVDA,688795.SS&rebase=2025-09-18')
    expect(one(view, '688795.SS').noteZh).toBe('688795.SS：2025-09-18 及之前没有交易日；首个交易日为 2025-12-05')
    for (const [rebase, zh] of [
      ['yesterday', '应为 2025-09-18 这样的日期'],
      ['2027-01-01', '应为不晚于'],
      ['event:r1-on-ascend', '只知道月份'],
      ['event:deepseek-ue8m', '没有这个事件；相近的有 deepseek-ue8m0'],
      ['1999-01-04', '应为有行情可及的基准。NVDA：1999-01-04 及之前没有交易日'],
    ] as const) {
      const refused: unknown = await compareView(
        seeded.store,
        { symbols: ['NVDA'], rebase, currency: 'local' },
        now,
      ).catch((error: unknown) => error)
      expect(refusalWords(refused).zh).toContain(zh)
    }
    expect(() => refusalWords(new Error('broken'))).toThrow('broken')
  })
})

describe('rates', () => {
  test('against the euro are as published; the cross is their quotient', async () => {
    const at = async (base: string, quote: string) =>
      (await seeded.json<RatesView>(`/api/v1/rates?base=${base}&quote=${quote}&from=2025-09-18&to=2025-09-18`))
        .rate[0] ?? Number.NaN
    expect(await at('USD', 'CNY')).toBeCloseTo((await at('EUR', 'CNY')) / (await at('EUR', 'USD')), 7)
    expect((await at('USD', 'EUR')) * (await at('EUR', 'USD'))).toBeCloseTo(1, 7)
  })

  test('an unknown currency, a missing one or the same twice is named', async () => {
    const wrong = async (query: string) => (await seeded.problem(`/api/v1/rates?${query}`, 400)).parameter
    expect(await wrong('base=USD')).toBe('quote')
    expect(await wrong('base=usd&quote=CNY')).toBe('base')
    expect(await wrong('base=USD&quote=XAU')).toBe('quote')
    expect(await wrong('base=USD&quote=USD')).toBe('quote')
  })
})
