import type { Store } from '../connection/store'
import { type CommandContext, requireScope } from '../context'
import type { StoredEvent } from './list'

/** An event to add. */
export interface NewEvent
  extends Omit<StoredEvent, 'topics' | 'listings' | 'status' | 'version' | 'externalId' | 'managedBy'> {
  /** Slugs. */
  readonly topics: readonly string[]
  /** Symbols, in the order the event names them. */
  readonly listings: readonly string[]
}

/** Adds the events whose slugs are not there yet, and leaves all others as they are (also archived ones). Returns how many were added. */
export async function addMissingEvents(
  { prisma }: Store,
  ctx: CommandContext,
  events: readonly NewEvent[],
): Promise<number> {
  requireScope(ctx, 'admin')
  return prisma.$transaction(
    async (tx) => {
      const known = new Set((await tx.event.findMany({ select: { slug: true } })).map(({ slug }) => slug))
      const missing = events.filter(({ slug }) => !known.has(slug))
      for (const { topics, listings, tags, ...event } of missing) {
        await tx.event.create({
          data: {
            ...event,
            tags: [...tags],
            topics: { create: topics.map((slug, index) => ({ position: index + 1, topic: { connect: { slug } } })) },
            listings: {
              create: listings.map((symbol, index) => ({ position: index + 1, listing: { connect: { symbol } } })),
            },
          },
        })
      }
      return missing.length
    },
    { timeout: 60_000 },
  )
}
