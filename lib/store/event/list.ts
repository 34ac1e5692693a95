import type { Store } from '../connection/store'
import type { Prisma } from '../generated/client'
import { slugForm } from '../slug'

/** A dated event with what it speaks of. `start` is as exact as it is known: a UTC minute, a date, or a month. */
export interface StoredEvent {
  readonly slug: string
  readonly kind: 'event' | 'results'
  readonly title: string
  readonly titleZh: string
  readonly text: string
  readonly textZh: string
  readonly start: string
  readonly end: string | null
  readonly precision: 'minute' | 'day' | 'month'
  readonly phase: 'pre' | 'intraday' | 'after' | 'unknown'
  readonly timeNote: string
  readonly timeNoteZh: string
  readonly sourceName: string
  readonly sourceUrl: string | null
  readonly confirmed: boolean
  readonly tags: readonly string[]
  readonly status: 'draft' | 'published' | 'archived'
  /** Counts its changes, from 1; an editor sends the one it read. */
  readonly version: number
  readonly externalId: string | null
  /** The file that owns it, null when the pages may change it. */
  readonly managedBy: string | null
  readonly topics: readonly { readonly slug: string; readonly name: string; readonly nameZh: string }[]
  /** In the order the event names them; a day's phase is told at the first one's exchange. */
  readonly listings: readonly {
    readonly symbol: string
    readonly mic: string
    readonly name: string
    readonly nameZh: string
  }[]
}

export interface EventFilter {
  readonly kind?: 'event' | 'results'
  readonly topic?: string
  readonly listing?: string
  readonly tag?: string
  readonly slug?: string
  /** Only those in one of these states; the published ones when not given. */
  readonly status?: readonly StoredEvent['status'][]
}

const include = {
  topics: {
    orderBy: [{ position: 'asc' }, { topicId: 'asc' }],
    include: { topic: { select: { slug: true, name: true, nameZh: true } } },
  },
  listings: {
    orderBy: { position: 'asc' },
    include: { listing: { select: { symbol: true, mic: true, name: true, nameZh: true } } },
  },
} satisfies Prisma.EventInclude

/** Events that match every given condition, ascending by start. */
export async function listEvents(
  { prisma }: Store,
  { kind, topic, listing, tag, slug, status = ['published'] }: EventFilter = {},
): Promise<StoredEvent[]> {
  const rows = await prisma.event.findMany({
    where: {
      status: { in: [...status] },
      ...(kind && { kind }),
      ...(slug && { slug }),
      ...(tag && { tags: { has: tag } }),
      ...(topic && { topics: { some: { topic: { slug: topic } } } }),
      ...(listing && { listings: { some: { listing: { symbol: listing } } } }),
    },
    include,
    orderBy: [{ start: 'asc' }, { slug: 'asc' }],
  })
  return rows.map(({ id: _id, createdAt: _created, updatedAt: _updated, ...event }) => ({
    ...event,
    topics: event.topics.map(({ topic: t }) => t),
    listings: event.listings.map(({ listing: l }) => l),
  }))
}

/** The event of `slug` (any text) when it is in one of the states (published when not given), else null. */
export async function eventBySlug(
  store: Store,
  slug: string,
  status?: EventFilter['status'],
): Promise<StoredEvent | null> {
  const [event] = slugForm.test(slug) ? await listEvents(store, { slug, status }) : []
  return event ?? null
}
