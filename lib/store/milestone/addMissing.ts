import type { Store } from '../connection/store'
import { type CommandContext, requireScope } from '../context'
import type { StoredMilestone } from './list'

/** A milestone to add; `position` orders the lists. */
export interface NewMilestone extends Omit<StoredMilestone, 'status' | 'externalId' | 'version' | 'managedBy'> {}

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
