import type { Store } from '../connection/store'
import { type CommandContext, requireScope } from '../context'

export interface NewMilestone {
  readonly slug: string
  readonly title: string
  readonly titleZh: string
  /** Slug. */
  readonly topic: string
  readonly promised: string | null
  readonly shippedOn: string | null
  readonly evidence: string
  readonly evidenceZh: string
  readonly evidenceUrl: string | null
  readonly sourceName: string
  readonly sourceUrl: string | null
  readonly position: number
}

/** Adds the milestones whose slugs are not there yet and leaves all others as they are. Returns how many were added. */
export async function addMissingMilestones(
  { prisma }: Store,
  ctx: CommandContext,
  milestones: readonly NewMilestone[],
): Promise<number> {
  requireScope(ctx, 'admin')
  const known = new Set((await prisma.milestone.findMany({ select: { slug: true } })).map(({ slug }) => slug))
  const missing = milestones.filter(({ slug }) => !known.has(slug))
  await prisma.$transaction(
    missing.map(({ topic, ...milestone }) =>
      prisma.milestone.create({ data: { ...milestone, topic: { connect: { slug: topic } } } }),
    ),
  )
  return missing.length
}
