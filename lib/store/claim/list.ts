import type { Store } from '../connection/store'
import type { Prisma } from '../generated/client'
import { slugForm } from '../slug'

/** A statement with the arithmetic that judges it. `parameters` is JSON as it stands: what judges it checks them. `statedOn` is `YYYY-MM-DD`. */
export interface StoredClaim {
  readonly slug: string
  readonly statement: string
  readonly statementZh: string
  readonly kind: string
  readonly parameters: unknown
  readonly statedOn: string
  readonly sourceName: string
  readonly sourceUrl: string | null
  /** When it was added here. */
  readonly createdAt: Date
}

const select = {
  slug: true,
  statement: true,
  statementZh: true,
  kind: true,
  parameters: true,
  statedOn: true,
  sourceName: true,
  sourceUrl: true,
  createdAt: true,
} satisfies Prisma.ClaimSelect

/** Published claims in display order. */
export async function listClaims({ prisma }: Store): Promise<StoredClaim[]> {
  return prisma.claim.findMany({
    where: { status: 'published' },
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    select,
  })
}

/** The published claim of `slug` (any text), or null. */
export async function claimBySlug({ prisma }: Store, slug: string): Promise<StoredClaim | null> {
  return slugForm.test(slug) ? prisma.claim.findFirst({ where: { status: 'published', slug }, select }) : null
}
