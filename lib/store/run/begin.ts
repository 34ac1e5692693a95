import { randomUUID } from 'node:crypto'
import type { Store } from '../connection/store'
import { type CommandContext, requireScope } from '../context'

// Longer than any refresh takes; a run that still says "running" after this was killed.
const abandonedAfterMs = 30 * 60_000

/**
 * Begins a run of `job` and returns its id. The slot id elects: whoever inserts it first runs it, everyone else gets null, for ever. Only a slot whose
 * run was ended or killed half-way can be begun again, by one taker. Runs left running by a killed process are marked abandoned.
 */
export async function beginRun(
  { prisma, sql }: Store,
  ctx: CommandContext,
  { job, slotId, trigger }: { job: string; slotId: string; trigger: string },
): Promise<string | null> {
  requireScope(ctx, 'ingest')
  await prisma.refreshRun.updateMany({
    where: { outcome: 'running', startedAt: { lt: new Date(ctx.now.getTime() - abandonedAfterMs) } },
    data: { outcome: 'abandoned', finishedAt: ctx.now },
  })
  const [run] = await sql<{ id: string }[]>`
    INSERT INTO refresh_run (id, job, slot_id, trigger, started_at) VALUES (${randomUUID()}, ${job}, ${slotId}, ${trigger}, ${ctx.now})
    ON CONFLICT (slot_id) DO UPDATE SET outcome = 'running', trigger = excluded.trigger, started_at = excluded.started_at, finished_at = NULL
      WHERE refresh_run.outcome = 'abandoned'
    RETURNING id`
  return run?.id ?? null
}
