import type { RevenueView } from '@/lib/api/revenue/view'

/** One quarter of a revenue view, by row. */
export interface Quarter {
  readonly label: string
  readonly end: string
  readonly value: number
  readonly knownAt: string
  readonly derived: boolean
  readonly precision: string
  readonly source: string
  readonly yearOnYear: number | null
}

/** The columns of a revenue view as rows, oldest first. */
export function quartersOf(view: RevenueView): Quarter[] {
  return view.label.map((label, index) => ({
    label,
    end: view.end[index] ?? '',
    value: view.value[index] ?? 0,
    knownAt: view.knownAt[index] ?? '',
    derived: view.derived[index] ?? false,
    precision: view.precision[index] ?? '',
    source: view.source[index] ?? '',
    yearOnYear: view.yearOnYear[index] ?? null,
  }))
}
