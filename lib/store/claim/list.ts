import type { Store } from '../connection/store'

/** A statement held against the stored series, with its verdict and the figures that decide it. */
export interface StoredClaim {
  readonly slug: string
  readonly statement: string
  readonly statementZh: string
  readonly kind: string
  readonly parameters: unknown
  readonly statedOn: string
  readonly sourceName: string
  readonly sourceUrl: string | null
  readonly verdict: string
  readonly finding: string
  readonly findingZh: string
}

/** Published claims in display order. */
export async function listClaims({ prisma }: Store): Promise<StoredClaim[]> {
  return prisma.claim.findMany({
    where: { status: 'published' },
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    select: {
      slug: true,
      statement: true,
      statementZh: true,
      kind: true,
      parameters: true,
      statedOn: true,
      sourceName: true,
      sourceUrl: true,
      verdict: true,
      finding: true,
      findingZh: true,
    },
  })
}
