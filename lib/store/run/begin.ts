import { randomUUID } from 'node:crypto'
import type { Store } from '../connection/store'
import { type CommandContext, requireScope } from '../context'
import { noteChange } from '../live/note'
import { leaseEnd, usualLeaseMs } from './lease'

/**
 * Begins a run of `job` and returns its id, alive for `leaseMs` unless extended (`extendLease`). The slot id elects: whoever inserts it first runs it, everyone
 * else gets null, for ever. Only a slot whose run was broken off, or whose process let its lease run out, is begun again, by one taker: the earlier run is
 * then marked abandoned and keeps its attempts, under the slot id with its own id behind.
 */
export async function beginRun(
  { sql }: Store,
  ctx: CommandContext,
  { job, slotId, trigger }: { job: string; slotId: string; trigger: string },
  leaseMs = usualLeaseMs,
): Promise<string | null> {
  requireScope(ctx, 'ingest')
  const { now } = ctx
  return sql.begin(async (tx) => {
    // Of runs from before there were leases only the beginning is known. Never waits for a row another beginner holds.
    await tx`
      UPDATE refresh_run SET outcome = 'abandoned', finished_at = ${now} WHERE id IN (
        SELECT id FROM refresh_run WHERE outcome = 'running' AND coalesce(lease_until, started_at) < ${now}
        FOR UPDATE SKIP LOCKED)`
    await tx`
      UPDATE refresh_run SET slot_id = slot_id || '#' || id WHERE slot_id = ${slotId} AND outcome = 'abandoned'`
    const [run] = await tx<{ id: string }[]>`
      INSERT INTO refresh_run (id, job, slot_id, trigger, started_at, lease_until)
      VALUES (${randomUUID()}, ${job}, ${slotId}, ${trigger}, ${now}, ${leaseEnd(now, leaseMs)})
      ON CONFLICT (slot_id) DO NOTHING RETURNING id`
    if (run !== undefined) await noteChange(tx, ctx, 'runs', job)
    return run?.id ?? null
  })
}
