import { describe, expect, test } from 'vitest'
import { actions, bundledBars, bundledRates, listings, rateManifest, revenue } from '@/prisma/seed'
import { verifiedRates } from '@/prisma/seed/rates'

describe('the bundled currency rates', () => {
  test('are 581 days of three currencies against the euro', () => {
    const rates = bundledRates()
    expect(rates).toHaveLength(581 * 3)
    expect([rates[0]?.date, rates.at(-1)?.date]).toEqual(['2024-01-02', '2026-04-13'])
    expect(new Set(rates.map(({ quote }) => quote))).toEqual(new Set(['USD', 'CNY', 'HKD']))
    expect(rates.find(({ date, quote }) => date === '2025-08-28' && quote === 'CNY')?.rate).toBe('8.3266')
    expect(rates.every(({ rate }) => Number(rate) > 0)).toBe(true)
  })

  test('a damaged table is refused', () => {
    expect(() => verifiedRates('2024-01-02 10956 78264 85609\n', rateManifest)).toThrow('damaged')
  })
})

describe('the bundled revenue', () => {
  const of = (topic: string) => revenue.filter((row) => row.topic === topic)
  const row = (topic: string, label: string) => {
    const found = of(topic).find((candidate) => candidate.label === label)
    if (!found) throw new Error(`no ${label} of ${topic}`)
    return found
  }

  test('has eighteen quarters for each side, without a day between them', () => {
    for (const topic of ['cambricon', 'nvidia']) {
      const rows = of(topic)
      expect(rows).toHaveLength(18)
      rows.slice(1).forEach((next, index) => {
        const before = Date.parse(`${rows[index]?.periodEnd}T00:00:00Z`)
        expect(Date.parse(`${next.periodStart}T00:00:00Z`) - before, next.label).toBe(86_400_000)
      })
    }
    expect(of('nvidia')[0]?.label).toBe('FY2023-Q1')
    expect(of('cambricon')[0]?.label).toBe('2022-Q1')
  })

  test('has the figures that are quoted', () => {
    expect(row('nvidia', 'FY2026-Q4')).toMatchObject({ value: '68127000000', derived: true, currency: 'USD' })
    expect(row('cambricon', '2025-Q2')).toMatchObject({ value: '1769244544.29', derived: false, currency: 'CNY' })
  })

  test('every fourth quarter of Nvidia is marked as derived, and no other', () => {
    for (const { label, derived } of of('nvidia')) expect(derived, label).toBe(label.endsWith('Q4'))
  })

  test('nothing is known before its quarter ended, nor later than a day before its filing says', () => {
    for (const { label, knownAt, periodEnd, filed } of revenue) {
      expect(knownAt, label).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/)
      expect(knownAt.slice(0, 10) > periodEnd, label).toBe(true)
      if (filed) expect(knownAt.slice(0, 10) <= filed, label).toBe(true)
    }
  })

  test('Nvidia’s announcements count from after the close, by the second where the 8-K is recorded', () => {
    expect(row('nvidia', 'FY2026-Q3').knownAt).toBe('2025-11-19T21:20:44Z')
    expect(row('nvidia', 'FY2026-Q4').knownAt).toBe('2026-02-25T21:31:25Z')
    expect(row('nvidia', 'FY2025-Q1').knownAt).toBe('2024-05-22T21:20:00Z')
    expect(row('cambricon', '2025-Q2').knownAt).toBe('2025-08-26T10:00:00Z')
    expect(row('cambricon', '2022-Q1').knownAt).toBe('2022-04-30T15:59:59Z')
  })

  test('Nvidia’s day of announcement for FY2025 Q1 shows in the price: the next session moves, not the one after the filing', () => {
    const { session, close } = bundledBars('NVDA')
    const change = (day: string) => {
      const at = session.indexOf(day)
      return Number(close[at]) / Number(close[at - 1]) - 1
    }
    expect(change('2024-05-23')).toBeGreaterThan(0.09)
  })
})

describe('the corporate actions', () => {
  test('name listings and fall on sessions', () => {
    for (const { symbol, exDate } of actions) expect(bundledBars(symbol).session, symbol).toContain(exDate)
    expect(new Set(actions.map(({ symbol }) => symbol))).toEqual(new Set(['NVDA', '688256.SS', '0700.HK']))
  })

  test('explain the fall of the raw close over each ex-date of a split', () => {
    for (const action of actions) {
      if (action.kind !== 'split') continue
      const { session, open, close } = bundledBars(action.symbol)
      const at = session.indexOf(action.exDate)
      const ratio = action.ratioNumerator / action.ratioDenominator
      const gap = Number(open[at]) / (Number(close[at - 1]) / ratio) - 1
      expect(Math.abs(gap), action.symbol).toBeLessThan(0.05)
    }
  })

  test('dividends are known to the last bundled session or not at all', () => {
    for (const { symbol, dividendsKnownTo, kind } of listings) {
      if (kind === 'index' || symbol === 'NVDA' || symbol === 'BABA') expect(dividendsKnownTo, symbol).toBeNull()
      else expect(dividendsKnownTo, symbol).toBe(bundledBars(symbol).session.at(-1))
    }
  })
})
