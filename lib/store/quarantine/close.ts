import { z } from 'zod'
import { type Json, runCommand } from '../audit/command'
import type { Queryable } from '../connection/sql'
import type { Store } from '../connection/store'
import { type CommandContext, requireScope } from '../context'
import { auditJson, parsedInput } from '../editable/value'
import { proseInput } from '../input'
import { noteChange } from '../live/note'
import { lockQuarantineRow, type QuarantineRow } from './list'

/** Raised when a row of the quarantine cannot be closed as asked; the message says why. */
export class QuarantineError extends Error {
  override readonly name = 'QuarantineError'
  constructor(
    readonly kind: 'unknown' | 'closed' | 'not-releasable',
    message: string,
  ) {
    super(message)
  }
}

/** A row in the form the audit keeps. */
export function auditedRow(row: QuarantineRow): { readonly [name: string]: Json } {
  return auditJson({ ...row, id: String(row.id) }) as { readonly [name: string]: Json }
}

/** A word on why a row is rejected. */
export const rejectReason = z.strictObject({ reason: proseInput(500) })

/** The held row of an id, locked. Throws `QuarantineError` when there is none or it was closed before. Only inside a transaction. */
export async function heldRow(sql: Queryable, id: bigint): Promise<QuarantineRow> {
  const row = await lockQuarantineRow(sql, id)
  if (row === null) throw new QuarantineError('unknown', `there is no row ${id} in quarantine`)
  if (row.state === 'held') return row
  const when = row.closedAt === null ? '' : ` on ${row.closedAt.toISOString().slice(0, 10)}`
  const who = row.closedBy === null ? '' : ` by ${row.closedBy}`
  throw new QuarantineError('closed', `row ${id} was ${row.state}${when}${who}; only a held row can be closed`)
}

/** Marks a row, with who and when. Only inside the transaction that holds its lock. Needs the scope `admin`. */
export async function markClosed(
  sql: Queryable,
  ctx: CommandContext,
  id: bigint,
  state: 'released' | 'rejected',
  reason?: string,
): Promise<void> {
  requireScope(ctx, 'admin')
  await sql`
    UPDATE quarantine SET state = ${state}, closed_at = ${ctx.now}, closed_by = ${ctx.actor},
      reason = reason || ${reason ? `; ${state}: ${reason}` : ''}
    WHERE id = ${String(id)}::bigint`
  await noteChange(sql, ctx, 'quarantine')
}

/**
 * Rejects a held row: it is kept, and the same row (key, feed and payload) is not held again when the feed brings it once more. A reason is written behind the row's own.
 * Throws `QuarantineError` for an unknown or closed row, `InputError` for a reason that is no text. Needs the scope `admin`.
 */
export async function rejectRow(
  store: Pick<Store, 'sql'>,
  ctx: CommandContext,
  id: bigint,
  reason?: string,
): Promise<QuarantineRow> {
  return runCommand(store, ctx, 'admin', async (sql) => {
    const row = await heldRow(sql, id)
    const why = reason === undefined ? undefined : parsedInput(rejectReason, { reason }).reason
    await markClosed(sql, ctx, id, 'rejected', why)
    const closed = { ...row, state: 'rejected' as const, closedAt: ctx.now, closedBy: ctx.actor }
    const told = why === undefined || why === '' ? closed.reason : `${closed.reason}; rejected: ${why}`
    const result = { ...closed, reason: told }
    const [before, after] = [auditedRow(row), auditedRow(result)]
    return { result, note: { action: 'reject', entity: 'quarantine', key: String(id), before, after } }
  })
}
