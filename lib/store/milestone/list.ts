import type { Store } from '../connection/store'

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
}

/** Published milestones in display order. */
export async function listMilestones({ prisma }: Store): Promise<StoredMilestone[]> {
  const rows = await prisma.milestone.findMany({
    where: { publication: 'published' },
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
  }))
}
