import type { Store } from '../connection/store'
import type { Prisma } from '../generated/client'
import type { Status } from '../input'
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
  readonly status: Status
  readonly position: number
  readonly externalId: string | null
  /** Counts its changes, from 1; an editor sends the one it read. */
  readonly version: number
  /** The file that owns it, null when the pages may change it. */
  readonly managedBy: string | null
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
  status: true,
  position: true,
  externalId: true,
  version: true,
  managedBy: true,
  createdAt: true,
} satisfies Prisma.ClaimSelect

/** Claims in one of the states (published when not given), in display order. */
export async function listClaims({ prisma }: Store, status: readonly Status[] = ['published']): Promise<StoredClaim[]> {
  return prisma.claim.findMany({
    where: { status: { in: [...status] } },
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    select,
  })
}

/** The claim of `slug` (any text) when it is in one of the states (published when not given), or null. */
export async function claimBySlug(
  { prisma }: Store,
  slug: string,
  status: readonly Status[] = ['published'],
): Promise<StoredClaim | null> {
  if (!slugForm.test(slug)) return null
  return prisma.claim.findFirst({ where: { status: { in: [...status] }, slug }, select })
}
