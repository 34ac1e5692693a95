import { describe, expect, test } from 'vitest'
import { median, robustScale } from '@/lib/analytics/robust'
import { backtestRule } from '@/lib/signals/backtest'
import type { Hit } from '@/lib/signals/hit'
import { milestoneDays } from '@/lib/signals/kinds/milestone'
import { filedRevenue, type GrowthClaim } from '@/lib/signals/kinds/revenueFiled'
import { staleSpans } from '@/lib/signals/kinds/staleSeries'
import type { SignalReads } from '@/lib/signals/reads'
import type { StoredRevenue } from '@/lib/store/revenue/read'

test('the median of an even count is the mean of the middle two; the deviation is that of normal values', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 2, 3])).toBe(2.5)
  expect(median([])).toBeNaN()
  expect(robustScale([1, 2, 3, 4, 1000]).centre).toBe(3)
  expect(robustScale([1, 2, 3, 4, 1000]).deviation).toBeCloseTo(1.4826, 4)
})

describe('milestones', () => {
  test('come into their window and out of it', () => {
    expect(milestoneDays({ promised: '2026-Q1', shippedOn: null })).toEqual([
      { state: 'due', day: '2026-01-01' },
      { state: 'late', day: '2026-04-01' },
    ])
    expect(milestoneDays({ promised: null, shippedOn: null })).toEqual([])
  })
  test('are neither due nor late once they have shipped', () => {
    expect(milestoneDays({ promised: '2026-Q1', shippedOn: '2025-12-24' })).toEqual([])
    expect(milestoneDays({ promised: '2026-Q1', shippedOn: '2026-02-01' })).toEqual([
      { state: 'due', day: '2026-01-01' },
    ])
    expect(milestoneDays({ promised: '2026-Q1', shippedOn: '2026-05' })).toHaveLength(2)
  })
})

describe('revenue', () => {
  const row = (label: string, value: string, knownAt: string): StoredRevenue => ({
    ...{
      topic: 'acme',
      topicZh: '',
      label,
      start: '2025-01-01',
      end: `${label.slice(0, 4)}-03-31`,
      value,
      currency: 'USD',
    },
    ...{ filed: null, knownAt: new Date(knownAt), derived: false, precision: 'exact', feed: 'sec', document: '10-Q' },
    fetchedAt: new Date(knownAt),
  })
  const claim: GrowthClaim = { slug: 'doubles', statedOn: '2025-06-01', topic: 'acme', said: '2', reading: 'times' }
  const rows = [
    row('2024-Q1', '100', '2024-05-01T00:00:00Z'),
    row('2025-Q1', '150', '2025-05-01T00:00:00Z'),
    row('2024-Q1', '120', '2025-07-01T00:00:00Z'),
    row('2026-Q1', '450', '2026-05-01T00:00:00Z'),
  ]

  test('is set against the year before as it was known then, and against the claim that had been made', () => {
    const told = filedRevenue(rows, [claim], true).map(({ numbers }) => numbers)
    expect(told).toMatchObject([
      { label: '2024-Q1', growth: null, claim: null, restates: null },
      // The restatement of July was not known in May.
      { label: '2025-Q1', yearEarlier: '100', growth: 50, claim: null },
      { label: '2024-Q1', value: '120', restates: '100' },
      { label: '2026-Q1', yearEarlier: '150', growth: 200, claim: 'doubles', claimSaid: '2', claimFound: 3 },
    ])
  })
  test('is told again only when it says something else, and not at all when restatements are not wanted', () => {
    const same = [...rows, row('2026-Q1', '450', '2026-08-01T00:00:00Z')]
    expect(filedRevenue(same, [], true)).toHaveLength(4)
    expect(filedRevenue(same, [], false)).toHaveLength(3)
  })
})

describe('a stale series', () => {
  const closes = (sessions: readonly string[]) => sessions.map((session) => new Date(`${session}T20:00:00Z`))
  const spans = (sessions: readonly string[], asOf: string, rule = { sessions: 2, graceMinutes: 60 }) =>
    staleSpans('XNAS', sessions, closes(sessions), rule, new Date(asOf)).map(({ at, missingTo }) => [at, missingTo])

  test('is one that many sessions of its exchange behind: weekends and holidays do not count', () => {
    const friday = ['2025-08-28', '2025-08-29']
    // Monday was Labor Day.
    expect(spans(friday, '2025-09-02T23:00:00Z')).toEqual([])
    expect(spans(friday, '2025-09-03T20:59:00Z')).toEqual([])
    expect(spans(friday, '2025-09-03T21:00:00Z')).toEqual([[1, '2025-09-03']])
    expect(spans(friday, '2025-10-01T00:00:00Z')).toEqual([[1, '2025-09-03']])
  })
  test('was one where sessions are missing inside', () => {
    const holed = ['2025-08-25', '2025-08-26', '2025-08-29']
    expect(spans(holed, '2025-08-29T22:00:00Z')).toEqual([[1, '2025-08-28']])
    expect(spans(['2025-08-25', '2025-08-27'], '2025-08-27T22:00:00Z')).toEqual([])
  })
  test('is none beyond the calendar', () => {
    expect(spans(['2031-01-02'], '2031-02-01T00:00:00Z')).toEqual([])
    expect(spans([], '2025-09-03T21:00:00Z')).toEqual([])
  })
})

test('a back-test counts the hits of its days, by listing and by year, and how many that is a year', async () => {
  const heldAt = (day: string) => new Date(`${day}T00:00:00Z`)
  const reads = {
    asOf: new Date('2026-01-01T12:00:00Z'),
    listings: async () => [],
    heldRows: async () =>
      ['2024-06-01', '2025-02-01', '2025-03-01', '2026-06-01'].map((day, i) => ({
        ...{
          id: BigInt(i),
          symbol: i === 1 ? 'A' : 'B',
          entity: 'action',
          key: `${day} split`,
          feed: 'f',
          reason: 'r',
        },
        heldAt: heldAt(day),
      })),
  } as unknown as SignalReads
  const rule = { id: 7, kind: 'held-row', parameters: {}, listings: [] }
  const year = await backtestRule(reads, rule, { from: '2025-01-01', to: '2025-12-31' })
  expect(year.hits.map(({ cause }: Hit) => cause)).toEqual(['A action 2025-02-01 split', 'B action 2025-03-01 split'])
  expect(year.perYear).toBeCloseTo(2, 1)
  const all = await backtestRule(reads, rule, { from: '2024-01-01' })
  expect(all).toMatchObject({
    to: '2026-01-01',
    byListing: [
      { symbol: 'B', count: 2 },
      { symbol: 'A', count: 1 },
    ],
    byYear: [
      { year: '2024', count: 1 },
      { year: '2025', count: 2 },
    ],
  })
  expect((await backtestRule(reads, rule, { from: '2025-12-30' })).perYear).toBeNull()
})
