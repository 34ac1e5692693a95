import type { RefreshOutcome, RefreshResult, RefreshRow } from '@/lib/ingest/result'
import { terminalTable } from '../terminalTable'

/** One outcome for several runs: failed when every attempt of every run failed, interrupted when one was ended. */
export function overallOutcome(results: readonly Pick<RefreshResult, 'outcome'>[]): RefreshOutcome {
  const outcomes = new Set(results.map(({ outcome }) => outcome))
  if (outcomes.has('interrupted')) return 'interrupted'
  if (outcomes.size === 1) return [...outcomes][0] ?? 'succeeded'
  return outcomes.size === 0 ? 'succeeded' : 'partly'
}

/** The one document of `--json`: run ids, outcome and a row an attempt. */
export function jsonSummary(results: readonly RefreshResult[]): string {
  const rows = results.flatMap((result) => result.rows)
  return JSON.stringify({ runs: results.map(({ runId }) => runId), outcome: overallOutcome(results), rows })
}

function note({ error, held, newActions, job }: RefreshRow): string {
  const actions =
    job === 'bars' && newActions > 0 ? `${newActions} new corporate action${newActions > 1 ? 's' : ''}` : ''
  const quarantine = held > 0 && error === null ? `${held} row${held > 1 ? 's' : ''} held in quarantine` : ''
  return error?.message ?? [actions, quarantine].filter((text) => text !== '').join(', ')
}

/** What every attempt did, as a table with a line of conclusion. */
export function textSummary(results: readonly RefreshResult[]): string {
  const rows = results.flatMap((result) => result.rows)
  if (rows.length === 0 && results.some(({ job }) => job === 'quotes'))
    return 'No exchange of these listings trades now.'
  if (rows.length === 0) return 'Nothing to refresh.'
  const head = ['job', 'subject', 'feed', 'new', 'changed', 'unchanged', 'held', '']
  const cells = rows.map((row) => [
    row.job,
    row.subject,
    row.feed ?? '-',
    ...[row.added, row.changed, row.unchanged, row.held].map(String),
    note(row),
  ])
  const failed = rows.filter(({ error }) => error !== null).length
  const conclusion = {
    succeeded: 'Everything was refreshed.',
    partly: `${failed} of ${rows.length} attempts failed; what is stored was kept, and what came was added.`,
    failed: 'No feed gave anything; what is stored was kept.',
    interrupted: 'Ended before it was done; what is in the table is stored.',
  }[overallOutcome(results)]
  const heldOnly = overallOutcome(results) === 'partly' && failed === 0
  return `${terminalTable([head, ...cells])}\n\n${heldOnly ? 'Refreshed, but for the rows held in quarantine.' : conclusion}`
}
