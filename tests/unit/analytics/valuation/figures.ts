import type { RevenueFigure } from '@/lib/analytics/valuation/quarters'

const bounds = [
  ['01-01', '03-31'],
  ['04-01', '06-30'],
  ['07-01', '09-30'],
  ['10-01', '12-31'],
] as const

/** A calendar quarter `2025-Q2`, exact, in CNY. */
export function quarter(
  label: string,
  value: string,
  knownAt: string,
  over: Partial<RevenueFigure> = {},
): RevenueFigure {
  const [year = '', q = ''] = label.split('-Q')
  const [start, end] = bounds[Number(q) - 1] ?? ['', '']
  return {
    label,
    start: `${year}-${start}`,
    end: `${year}-${end}`,
    value,
    currency: 'CNY',
    knownAt: new Date(knownAt),
    derived: false,
    precision: 'exact',
    ...over,
  }
}

/** Five quarters, each known about a month after its end: 10, 20, 30, 40, 50. */
export const five = [
  quarter('2024-Q1', '10', '2024-04-29T10:00:00Z'),
  quarter('2024-Q2', '20', '2024-07-29T10:00:00Z'),
  quarter('2024-Q3', '30', '2024-10-29T10:00:00Z'),
  quarter('2024-Q4', '40', '2025-01-29T10:00:00Z'),
  quarter('2025-Q1', '50', '2025-04-29T10:00:00Z'),
]
