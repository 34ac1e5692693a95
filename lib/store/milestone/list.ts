import type { Store } from '../connection/store'
import type { Status } from '../input'

/** A product promised for a window of time: `promised` is `2026-Q1`, `2027`, `2026-03`, or null when no window was named. */
export interface StoredMilestone {
  readonly slug: string
  readonly title: string
  readonly titleZh: string
  readonly topic: string
  readonly promised: string | null
  readonly shippedOn: string | null
  readonly evidence: string
  readonly evidenceZh: string
  readonly evidenceUrl: string | null
  readonly sourceName: string
  readonly sourceUrl: string | null
  readonly status: Status
  readonly position: number
  readonly externalId: string | null
  /** Counts its changes, from 1; an editor sends the one it read. */
  readonly version: number
  /** The file that owns it, null when the pages may change it. */
  readonly managedBy: string | null
}

/** Milestones in one of the states (published when not given), in display order. */
export async function listMilestones(
  { prisma }: Store,
  status: readonly Status[] = ['published'],
): Promise<StoredMilestone[]> {
  const rows = await prisma.milestone.findMany({
    where: { publication: { in: [...status] } },
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    include: { topic: { select: { slug: true } } },
  })
  return rows.map((row) => ({
    slug: row.slug,
    title: row.title,
    titleZh: row.titleZh,
    topic: row.topic.slug,
    promised: row.promised,
    shippedOn: row.shippedOn,
    evidence: row.evidence,
    evidenceZh: row.evidenceZh,
    evidenceUrl: row.evidenceUrl,
    sourceName: row.sourceName,
    sourceUrl: row.sourceUrl,
    status: row.publication,
    position: row.position,
    externalId: row.externalId,
    version: row.version,
    managedBy: row.managedBy,
  }))
}
