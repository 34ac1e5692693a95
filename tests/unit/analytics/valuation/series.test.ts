import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '@/lib/analytics/refusal'
import type { RevenueFigure } from '@/lib/analytics/valuation/quarters'
import { type ValuationInput, valuationSeries } from '@/lib/analytics/valuation/series'
import type { ShareCount } from '@/lib/analytics/valuation/shares'
import { addDays } from '@/lib/market/date'
import { five, quarter } from './figures'

type Input = ValuationInput<RevenueFigure, ShareCount>
const session = (date: string, close = '10') => ({ session: date, closedAt: new Date(`${date}T07:00:00Z`), close })
const count = { asOf: '2025-04-20', shares: 100n, knownAt: new Date('2025-04-25T00:00:00Z') }
const input = (over: Partial<Input> = {}): Input => ({
  kind: 'equity',
  currency: 'CNY',
  wanted: null,
  sessions: [session('2025-05-06')],
  revenue: five,
  counts: [count],
  splits: [],
  rateOn: (from, to) => ({ date: '2025-05-05', rate: from === 'CNY' && to === 'USD' ? '0.125' : '8' }),
  ...over,
})
const one = (over: Partial<Input> = {}) => {
  const [valuation] = valuationSeries(input(over))
  if (valuation === undefined) throw new Error('no session, no valuation')
  return valuation
}

describe('a session’s valuation', () => {
  test('is made of the as-traded close, the shares and the revenue known at the close', () => {
    expect(one()).toMatchObject({
      newest: { label: '2025-Q1' },
      trailing: { value: '140' },
      trailingIn: {
        CNY: { value: '140', rateDate: null },
        USD: { value: '17.5', currency: 'USD', rateDate: '2025-05-05' },
      },
      marketCap: { value: '1000', currency: 'CNY', rateDate: null },
      // 10 × 100 / 140
      priceToSales: { value: '7.1429' },
    })
  })

  test('has its market cap in another currency when asked, and the multiple stays', () => {
    const dollars = one({ wanted: 'USD' })
    expect(dollars.marketCap).toEqual({ value: '125', currency: 'USD', rateDate: '2025-05-05' })
    expect(dollars.priceToSales).toEqual(one().priceToSales)
  })

  test('turns revenue into the currency of the close before it is divided by', () => {
    const revenue = five.map((figure) => ({ ...figure, currency: 'USD' }))
    // 140 USD are 1,120 CNY.
    expect(one({ revenue })).toMatchObject({ trailing: { currency: 'USD' }, priceToSales: { value: '0.8929' } })
  })

  test('counts a quarter from the first close at or after its announcement', () => {
    const revenue = [...five.slice(0, 4), quarter('2025-Q1', '50', '2025-04-29T07:00:00Z')]
    const sessions = [session('2025-04-28'), session('2025-04-29'), session('2025-04-30')]
    const quarters = valuationSeries(input({ revenue, sessions })).map(({ newest }) => newest?.label)
    expect(quarters).toEqual(['2024-Q4', '2025-Q1', '2025-Q1'])
    const later = [...five.slice(0, 4), quarter('2025-Q1', '50', '2025-04-29T07:00:00.001Z')]
    expect(valuationSeries(input({ revenue: later, sessions })).map(({ newest }) => newest?.label)).toEqual([
      '2024-Q4',
      '2024-Q4',
      '2025-Q1',
    ])
  })

  test('says why a figure is missing, and has the others', () => {
    expect(one({ counts: [] })).toMatchObject({
      trailing: { value: '140' },
      marketCap: { refused: 'shares-unknown' },
      priceToSales: { refused: 'shares-unknown' },
    })
    expect(one({ revenue: five.slice(2) })).toMatchObject({
      marketCap: { value: '1000' },
      priceToSales: { refused: 'too-few-quarters' },
    })
    const lossOfAll = five.map((figure) => ({ ...figure, value: '0' }))
    expect(one({ revenue: lossOfAll })).toMatchObject({
      trailing: { value: '0' },
      priceToSales: { refused: 'not-above-zero' },
    })
  })

  test('without a rate misses only what needs one', () => {
    const bare = one({ rateOn: () => null, wanted: 'USD' })
    expect(bare).toMatchObject({
      trailingIn: { CNY: { value: '140' }, USD: { refused: 'no-rate' } },
      marketCap: { refused: 'no-rate', detail: 'no rate of CNY to USD within 7 days up to 2025-05-06' },
      priceToSales: { value: '7.1429' },
    })
  })

  test('an index has no revenue, and a depositary share no market cap while its ratio is not known', () => {
    const index = one({ kind: 'index' })
    for (const answer of [index.trailing, index.yearOnYear, index.shares, index.marketCap, index.priceToSales]) {
      expect(answer).toMatchObject({ refused: 'no-revenue' })
    }
    expect(one({ kind: 'adr' })).toMatchObject({
      trailing: { value: '140' },
      marketCap: { refused: 'ads-ratio-unknown' },
      priceToSales: { refused: 'ads-ratio-unknown' },
    })
    expect(one({ kind: 'adr', counts: [] }).priceToSales).toMatchObject({ refused: 'shares-unknown' })
  })
})

describe('nothing from the future enters', () => {
  const day = fc.integer({ min: 0, max: 600 }).map((days) => addDays('2024-01-01', days))
  const moment = fc.tuple(day, fc.integer({ min: 0, max: 1439 })).map(([date, minute]) => {
    return new Date(Date.parse(`${date}T00:00:00Z`) + minute * 60_000)
  })
  const labels = ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3']
  const figure = fc
    .tuple(fc.constantFrom(...labels), fc.integer({ min: 0, max: 1_000 }), moment)
    .map(([label, value, knownAt]) => quarter(label, String(value), knownAt.toISOString()))
  const counted = fc
    .tuple(day, fc.bigInt({ min: 1n, max: 1_000n }), moment)
    .map(([asOf, shares, knownAt]) => ({ asOf, shares, knownAt }))
  const ofOneMoment = (key: (row: { label?: string; asOf?: string; knownAt: Date }) => string) => ({ selector: key })
  const split = day.map((exDate) => ({ exDate, numerator: 3, denominator: 2 }))
  const anything = fc.record({
    revenue: fc.uniqueArray(figure, {
      minLength: 12,
      maxLength: 30,
      ...ofOneMoment((row) => `${row.label}${row.knownAt.getTime()}`),
    }),
    counts: fc.uniqueArray(counted, { maxLength: 8, ...ofOneMoment((row) => `${row.asOf}${row.knownAt.getTime()}`) }),
    splits: fc.array(split, { maxLength: 3 }),
    days: fc.uniqueArray(day, { minLength: 1, maxLength: 20 }),
  })

  test('no quarter and no count that became known after the close, whatever the dates', () => {
    fc.assert(
      fc.property(anything, ({ days, ...facts }) => {
        const sessions = [...days].sort().map((date) => session(date))
        for (const [i, valuation] of valuationSeries(input({ ...facts, sessions })).entries()) {
          const closedAt = sessions[i]?.closedAt ?? new Date(0)
          const { newest, trailing, shares } = valuation
          const used = isRefusal(trailing) ? [] : trailing.quarters
          const count = isRefusal(shares) ? [] : [shares.count]
          for (const { knownAt } of [...used, ...count, ...(newest ? [newest] : [])]) {
            expect(knownAt.getTime()).toBeLessThanOrEqual(closedAt.getTime())
          }
        }
      }),
    )
  })

  test('a session looks the same when everything of later is taken away', () => {
    fc.assert(
      fc.property(anything, fc.nat(), ({ days, ...facts }, pick) => {
        const sessions = [...days].sort().map((date) => session(date))
        const at = pick % sessions.length
        const chosen = sessions[at] ?? session('2024-01-01')
        const whole = valuationSeries(input({ ...facts, sessions }))[at]
        const then = input({
          sessions: [chosen],
          revenue: facts.revenue.filter(({ knownAt }) => knownAt <= chosen.closedAt),
          counts: facts.counts.filter(({ knownAt }) => knownAt <= chosen.closedAt),
          splits: facts.splits.filter(({ exDate }) => exDate <= chosen.session),
        })
        expect(whole).toEqual(valuationSeries(then)[0])
      }),
    )
  })

  test('a trailing sum is of four quarters that follow one another', () => {
    let sums = 0
    fc.assert(
      fc.property(anything, ({ days, ...facts }) => {
        const sessions = [...days].sort().map((date) => session(date))
        for (const { trailing } of valuationSeries(input({ ...facts, sessions }))) {
          if (isRefusal(trailing)) continue
          sums++
          const places = trailing.quarters.map(({ label }) => labels.indexOf(label))
          expect(places).toEqual([0, 1, 2, 3].map((step) => (places[0] ?? 0) + step))
          const sum = trailing.quarters.reduce((total, { value }) => total + Number(value), 0)
          expect(Number(trailing.value)).toBe(sum)
        }
      }),
    )
    expect(sums).toBeGreaterThan(50)
  })
})
