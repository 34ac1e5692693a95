import type { Store } from '../connection/store'

export interface Topic {
  readonly slug: string
  readonly name: string
  readonly nameZh: string
  readonly kind: 'company' | 'chip' | 'cluster' | 'format'
  readonly parent: string | null
  readonly note: string
  readonly noteZh: string
  readonly listings: readonly string[]
}

/** All topics with the symbols of their listings. */
export async function listTopics({ prisma }: Store): Promise<Topic[]> {
  const rows = await prisma.topic.findMany({
    orderBy: { id: 'asc' },
    include: { parent: { select: { slug: true } }, listings: { include: { listing: { select: { symbol: true } } } } },
  })
  return rows.map(({ slug, name, nameZh, kind, parent, note, noteZh, listings }) => ({
    slug,
    name,
    nameZh,
    kind,
    parent: parent?.slug ?? null,
    note,
    noteZh,
    listings: listings.map(({ listing }) => listing.symbol),
  }))
}
