import type { RefreshResult } from '../result'

/** What runs did, for a program: rows by what became of them, and what failed. */
export interface RunsSummary {
  readonly runs: readonly { readonly id: string; readonly job: string; readonly outcome: string }[]
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly held: number
  readonly errors: readonly { readonly subject: string; readonly feed: string | null; readonly message: string }[]
}

/** Adds up the rows of some runs. Pure. */
export function runsSummary(results: readonly RefreshResult[]): RunsSummary {
  const rows = results.flatMap((result) => result.rows)
  const sum = (key: 'added' | 'changed' | 'unchanged' | 'held') => rows.reduce((total, row) => total + row[key], 0)
  return {
    runs: results.map(({ runId, job, outcome }) => ({ id: runId, job, outcome })),
    ...{ added: sum('added'), changed: sum('changed'), unchanged: sum('unchanged'), held: sum('held') },
    errors: rows.flatMap(({ subject, feed, error }) => (error ? [{ subject, feed, message: error.message }] : [])),
  }
}

/** The same in words: `3 new, 0 changed, 5 unchanged, 0 held; NVDA: …`. Pure. */
export function summaryText({ added, changed, unchanged, held, errors }: RunsSummary): string {
  const counts = `${added} new, ${changed} changed, ${unchanged} unchanged, ${held} held`
  return [counts, ...errors.map(({ subject, message }) => `${subject}: ${message}`)].join('; ')
}
