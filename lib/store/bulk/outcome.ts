import type { FieldDifference, RefusedField } from '../errors'

/** What was sent for one thing, and where it stood. */
export interface Row {
  /** The line of its file, or its place in a list, from 1. */
  readonly line: number
  /** The fields that were sent; others stay as they are, or get what a new thing has. */
  readonly fields: Readonly<Record<string, unknown>>
  /** What was wrong with it already when it was read. */
  readonly problems?: readonly RefusedField[]
}

export const rowOutcomes = ['create', 'update', 'unchanged', 'refused'] as const

/** What became of a row, or would. */
export interface RowOutcome {
  readonly line: number
  /** The key of the thing it speaks of; null when it says none. */
  readonly key: string | null
  readonly outcome: (typeof rowOutcomes)[number]
  /** For an update: where what was stored and what was sent differ. */
  readonly difference: readonly FieldDifference[]
  /** For a refused row: the fields that are wrong, with what was expected. */
  readonly fields: readonly RefusedField[]
}

export type Totals = Readonly<Record<(typeof rowOutcomes)[number], number>>

/** How many rows had each outcome. */
export function totalsOf(outcomes: readonly Pick<RowOutcome, 'outcome'>[]): Totals {
  const totals = { create: 0, update: 0, unchanged: 0, refused: 0 }
  for (const { outcome } of outcomes) totals[outcome] += 1
  return totals
}

/** The outcome of a row that was refused. */
export function refusal(line: number, key: string | null, fields: readonly RefusedField[]): RowOutcome {
  return { line, key, outcome: 'refused', difference: [], fields }
}
