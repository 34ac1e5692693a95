import type { Store } from '../connection/store'
import { type CommandContext, requireScope } from '../context'
import type { Prisma } from '../generated/client'
import type { StoredClaim } from './list'

/** A claim to add; `position` orders the lists. */
export interface NewClaim
  extends Omit<StoredClaim, 'parameters' | 'createdAt' | 'status' | 'externalId' | 'version' | 'managedBy'> {
  readonly parameters: Readonly<Record<string, unknown>>
}

/** Adds the claims whose slugs are not there yet and leaves all others as they are. Returns how many were added. */
export async function addMissingClaims(
  { prisma }: Store,
  ctx: CommandContext,
  claims: readonly NewClaim[],
): Promise<number> {
  requireScope(ctx, 'admin')
  const data = claims.map((claim) => ({ ...claim, parameters: claim.parameters as Prisma.InputJsonObject }))
  const { count } = await prisma.claim.createMany({ data, skipDuplicates: true })
  return count
}
