import type { Sql } from '../connection/sql'
import { type CommandContext, requireScope } from '../context'

/** How long a run counts as alive after its process last said so. The clocks of several machines must agree to well within it. */
export const usualLeaseMs = 120_000

/** When a lease that is given now runs out. Pure. */
export function leaseEnd(now: Date, leaseMs: number): Date {
  return new Date(now.getTime() + leaseMs)
}

/** Says that the run's process is alive: its lease lasts `leaseMs` from now. False when the run is no longer its own: somebody took its lease for run out. */
export async function extendLease(
  sql: Sql,
  ctx: CommandContext,
  runId: string,
  leaseMs = usualLeaseMs,
): Promise<boolean> {
  requireScope(ctx, 'ingest')
  const rows = await sql`
    UPDATE refresh_run SET lease_until = ${leaseEnd(ctx.now, leaseMs)} WHERE id = ${runId} AND outcome = 'running' RETURNING id`
  return rows.length > 0
}
