import { randomUUID } from 'node:crypto'
import type { Store } from '../connection/store'
import { type CommandContext, requireScope } from '../context'

// Longer than any refresh takes; a run that still says "running" after this was killed.
const abandonedAfterMs = 30 * 60_000

/**
 * Begins a run of `job`. The slot id elects: whoever inserts it first runs it, everyone else gets null. Runs that were left running by
 * a killed process are marked abandoned.
 */
export async function beginRun(
  { prisma }: Store,
  ctx: CommandContext,
  { job, slotId, trigger }: { job: string; slotId: string; trigger: string },
): Promise<string | null> {
  requireScope(ctx, 'ingest')
  await prisma.refreshRun.updateMany({
    where: { outcome: 'running', startedAt: { lt: new Date(ctx.now.getTime() - abandonedAfterMs) } },
    data: { outcome: 'abandoned', finishedAt: ctx.now },
  })
  const id = randomUUID()
  const { count } = await prisma.refreshRun.createMany({
    data: [{ id, job, slotId, trigger, startedAt: ctx.now }],
    skipDuplicates: true,
  })
  return count === 1 ? id : null
}
