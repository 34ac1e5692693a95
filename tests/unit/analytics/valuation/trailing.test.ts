import { describe, expect, test } from 'vitest'
import { quartersKnownAt } from '@/lib/analytics/valuation/quarters'
import { revenueGrowth, trailingRevenue } from '@/lib/analytics/valuation/trailing'
import { five, quarter } from './figures'

const at = (moment: string, figures = five) => quartersKnownAt(figures, new Date(moment))

describe('quarters known at a moment', () => {
  test('count from their announcement, not from their end', () => {
    expect(at('2025-04-29T09:59:59Z').map(({ label }) => label)).toEqual(['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4'])
    expect(at('2025-04-29T10:00:00Z').at(-1)?.label).toBe('2025-Q1')
  })

  test('have the value of then: a restatement counts from its own announcement', () => {
    const figures = [quarter('2024-Q3', '31', '2025-03-01T10:00:00Z'), ...five]
    const value = (moment: string) => at(moment, figures).find(({ label }) => label === '2024-Q3')?.value
    expect([value('2025-03-01T09:00:00Z'), value('2025-03-01T10:00:00Z')]).toEqual(['30', '31'])
  })
})

describe('trailing revenue', () => {
  test('is the sum of the last four and names them', () => {
    expect(trailingRevenue(at('2025-02-01T00:00:00Z'))).toMatchObject({ value: '100', currency: 'CNY' })
    const now = trailingRevenue(at('2025-05-01T00:00:00Z'))
    expect(now).toMatchObject({ value: '140', precision: 'exact', derived: false })
    expect(now).toMatchObject({ quarters: five.slice(1) })
  })

  test('is the last year plus the year to date less that of a year before', () => {
    const year = 10 + 20 + 30 + 40
    expect(trailingRevenue(at('2025-05-01T00:00:00Z'))).toMatchObject({ value: String(year + 50 - 10) })
  })

  test('adds decimals as decimals', () => {
    const figures = five.map((one, i) => ({ ...one, value: i % 2 === 0 ? '0.1' : '0.2' }))
    expect(trailingRevenue(at('2025-05-01T00:00:00Z', figures))).toMatchObject({ value: '0.6' })
  })

  test('is rounded as soon as one quarter is, and derived as soon as one is', () => {
    const figures = five.map((one, i) => (i === 2 ? { ...one, precision: 'rounded to 3 figures', derived: true } : one))
    const sum = trailingRevenue(at('2025-05-01T00:00:00Z', figures))
    expect(sum).toMatchObject({ precision: 'rounded', derived: true })
    const told = figures.map((one) => ({ ...one, precision: 'exact (5 of the year less 3)' }))
    expect(trailingRevenue(at('2025-05-01T00:00:00Z', told))).toMatchObject({ precision: 'exact', derived: true })
  })

  test('is refused with too few quarters, with a gap among them, and across currencies', () => {
    const missing = five.filter(({ label }) => label !== '2024-Q3')
    const dollars = five.map((one, i) => (i === 1 ? { ...one, currency: 'USD' } : one))
    const refusal = { refused: 'too-few-quarters' }
    expect(trailingRevenue([])).toMatchObject(refusal)
    expect(trailingRevenue(at('2024-12-01T00:00:00Z'))).toMatchObject({
      ...refusal,
      detail: '3 consecutive quarters were known up to 2024-Q3, 4 are needed',
    })
    expect(trailingRevenue(at('2025-05-01T00:00:00Z', missing))).toMatchObject({
      ...refusal,
      detail: '2 consecutive quarters were known up to 2025-Q1, 4 are needed',
    })
    expect(trailingRevenue(at('2025-05-01T00:00:00Z', dollars))).toMatchObject(refusal)
  })
})

describe('growth of the newest quarter', () => {
  test('is against the same quarter a year before and the quarter before, as known then', () => {
    expect(revenueGrowth(at('2025-05-01T00:00:00Z'))).toEqual({
      yearOnYear: { value: '4', base: '2024-Q1' },
      quarterOnQuarter: { value: '0.25', base: '2024-Q4' },
    })
    const restated = [...five, quarter('2024-Q1', '25', '2025-04-29T10:00:00Z')]
    expect(revenueGrowth(at('2025-05-01T00:00:00Z', restated)).yearOnYear).toMatchObject({ value: '1' })
  })

  test('is refused without that quarter, and on one that was not above zero', () => {
    expect(revenueGrowth([])).toMatchObject({ yearOnYear: { refused: 'too-few-quarters' } })
    expect(revenueGrowth(at('2024-12-01T00:00:00Z'))).toMatchObject({
      yearOnYear: { refused: 'no-earlier-quarter', detail: 'the quarter a year before 2024-Q3 was not known' },
      quarterOnQuarter: { value: '0.5' },
    })
    const figures = five.map((one) => (one.label === '2024-Q4' ? { ...one, value: '0' } : one))
    expect(revenueGrowth(at('2025-05-01T00:00:00Z', figures)).quarterOnQuarter).toMatchObject({
      refused: 'not-above-zero',
    })
    const gap = five.filter(({ label }) => label !== '2024-Q4')
    expect(revenueGrowth(at('2025-05-01T00:00:00Z', gap)).quarterOnQuarter).toMatchObject({
      refused: 'no-earlier-quarter',
    })
  })
})
