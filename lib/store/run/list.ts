import type { Store } from '../connection/store'

/** One refresh with its attempts, moments in UTC. */
export interface StoredRun {
  readonly id: string
  readonly job: string
  readonly slotId: string
  readonly trigger: string
  readonly outcome: string
  readonly startedAt: Date
  readonly finishedAt: Date | null
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly held: number
  readonly attempts: readonly {
    readonly feed: string
    readonly subject: string
    readonly outcome: string
    readonly errorClass: string | null
    readonly error: string | null
    readonly added: number
    readonly changed: number
    readonly unchanged: number
    readonly held: number
    readonly startedAt: Date
    readonly durationMs: number
  }[]
}

/** The newest runs first, at most `limit` (1 to 200); with `scheduled` those of that scheduled job's slots. */
export async function listRuns(
  { prisma }: Store,
  { limit = 50, job, scheduled }: { limit?: number; job?: string; scheduled?: string } = {},
): Promise<StoredRun[]> {
  const rows = await prisma.refreshRun.findMany({
    where: { ...(job && { job }), ...(scheduled && { slotId: { startsWith: `${scheduled}@` } }) },
    orderBy: { startedAt: 'desc' },
    take: limit,
    include: { attempts: true },
  })
  return rows.map(({ attempts, leaseUntil: _leaseUntil, ...run }) => ({
    ...run,
    // Sorted here: for the sake of the order the database would walk through all attempts there are.
    attempts: attempts
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id: _id, runId: _runId, job: _job, listingId: _listingId, ...attempt }) => attempt),
  }))
}
