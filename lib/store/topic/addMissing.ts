import type { Store } from '../connection/store'
import { type CommandContext, requireScope } from '../context'

export interface NewTopic {
  readonly slug: string
  readonly name: string
  readonly nameZh: string
  readonly kind: 'company' | 'chip' | 'cluster' | 'format'
  /** Slug of the company it belongs to; that one must come before it. */
  readonly parent: string | null
  readonly note: string
  readonly noteZh: string
}

/** Adds the topics whose slugs are not there yet and leaves all others as they are. Returns how many were added. */
export async function addMissingTopics(
  { prisma }: Store,
  ctx: CommandContext,
  topics: readonly NewTopic[],
): Promise<number> {
  requireScope(ctx, 'admin')
  return prisma.$transaction(async (tx) => {
    const known = new Map(
      (await tx.topic.findMany({ select: { id: true, slug: true } })).map(({ id, slug }) => [slug, id]),
    )
    let added = 0
    for (const { parent, ...topic } of topics) {
      if (known.has(topic.slug)) continue
      if (parent !== null && !known.has(parent))
        throw new Error(`Topic ${topic.slug}: expected an existing parent, got "${parent}"`)
      const row = await tx.topic.create({ data: { ...topic, parentId: parent === null ? null : known.get(parent) } })
      known.set(topic.slug, row.id)
      added++
    }
    return added
  })
}
