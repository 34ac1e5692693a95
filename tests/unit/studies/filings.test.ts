import { describe, expect, test } from 'vitest'
import type { StoredRevenue } from '@/lib/store/revenue/read'
import { expectedFilings } from '@/lib/studies/filings'

const quarter = (label: string, end: string, knownAt: string): StoredRevenue => ({
  ...{ topic: 'nvidia', topicZh: '英伟达', label, start: '2025-01-01', end, value: '1', currency: 'USD', filed: null },
  ...{
    knownAt: new Date(knownAt),
    derived: false,
    precision: 'exact',
    feed: 'sec',
    document: '',
    fetchedAt: new Date(0),
  },
})
const fiscal = [
  quarter('FY2026-Q1', '2025-04-27', '2025-05-28T20:20:00Z'),
  quarter('FY2026-Q2', '2025-07-27', '2025-08-27T20:20:00Z'),
  quarter('FY2026-Q3', '2025-10-26', '2025-11-19T21:20:00Z'),
  quarter('FY2026-Q4', '2026-01-25', '2026-02-25T21:20:00Z'),
]
const calendar = [
  quarter('2024-Q2', '2024-06-30', '2024-08-30T08:00:00Z'),
  quarter('2024-Q3', '2024-09-30', '2024-10-31T08:00:00Z'),
  quarter('2024-Q4', '2024-12-31', '2025-04-18T08:00:00Z'),
  quarter('2025-Q1', '2025-03-31', '2025-04-18T08:00:00Z'),
]
const shown = (rows: readonly StoredRevenue[], today: string) =>
  expectedFilings(rows, today).map(({ label, expectedOn, state }) => `${label} ${expectedOn} ${state}`)

describe('expected filings', () => {
  test('are the next quarter, as long after its end as the same quarter was known a year before', () => {
    expect(shown(fiscal, '2026-03-01')).toEqual(['FY2027-Q1 2026-05-27 ahead'])
    expect(shown(calendar, '2025-05-01')).toEqual(['2025-Q2 2025-08-30 ahead'])
  })

  test('stay until they are stored, with everything overdue before the first one ahead', () => {
    expect(shown(fiscal, '2026-11-24')).toEqual([
      'FY2027-Q1 2026-05-27 overdue',
      'FY2027-Q2 2026-08-26 overdue',
      'FY2027-Q3 2026-11-18 overdue',
      'FY2027-Q4 2027-02-24 ahead',
    ])
    expect(shown(fiscal, '2026-05-27')).toEqual(['FY2027-Q1 2026-05-27 due', 'FY2027-Q2 2026-08-26 ahead'])
  })

  test('reach over years without a figure, and name what they are told from', () => {
    const all = expectedFilings(calendar, '2027-01-15')
    expect(all.at(-1)).toMatchObject({
      ...{ label: '2026-Q4', periodEnd: '2026-12-31', expectedOn: '2027-04-18', state: 'ahead' },
      basis: { label: '2024-Q4', end: '2024-12-31', knownOn: '2025-04-18' },
    })
    expect(all.map(({ state }) => state).slice(0, -1)).toEqual(Array(6).fill('overdue'))
  })

  test('a leap year ends its February on the 29th', () => {
    const rows = ['2026-05-31', '2026-08-31', '2026-11-30', '2027-02-28'].map((end, i) =>
      quarter(`FY2027-Q${i + 1}`, end, `${end}T12:00:00Z`),
    )
    expect(expectedFilings(rows, '2028-01-01').at(-1)?.periodEnd).toBe('2028-02-29')
  })

  test('cannot be told from less than a year', () => {
    expect(expectedFilings(fiscal.slice(1), '2026-03-01')).toEqual([])
    expect(expectedFilings([], '2026-03-01')).toEqual([])
  })
})
