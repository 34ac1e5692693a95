import { runBulkCommand } from '../audit/command'
import type { Store } from '../connection/store'
import type { CommandContext } from '../context'
import type { BulkKind } from './kind'
import { type Row, type RowOutcome, type Totals, totalsOf } from './outcome'
import { putRows } from './put'

export interface ImportOptions {
  /** Tells what would change and stores nothing. */
  readonly dryRun: boolean
  /** Stores the good rows also when others are refused. */
  readonly partial: boolean
}

/** What an import did, or would do. */
export interface BulkImport {
  readonly stored: boolean
  readonly totals: Totals
  readonly lines: readonly RowOutcome[]
}

/**
 * Imports rows of one kind, whole or (with `partial`) what is good of them, in one transaction with an audit entry a change. The same rows again change nothing. A dry run does all of it
 * and takes it back, so that it tells what would happen. Throws `ScopeError`; bad rows are told line by line.
 */
export async function importRows<V extends object>(
  store: Pick<Store, 'sql'>,
  ctx: CommandContext,
  kind: BulkKind<V>,
  rows: readonly Row[],
  { dryRun, partial }: ImportOptions,
): Promise<BulkImport> {
  return runBulkCommand(store, ctx, kind.scope, async (sql) => {
    const { outcomes, notes } = await putRows(sql, ctx, kind, rows)
    const totals = totalsOf(outcomes)
    const keep = !dryRun && (partial || totals.refused === 0)
    return { result: { stored: keep, totals, lines: outcomes }, notes, keep }
  })
}
