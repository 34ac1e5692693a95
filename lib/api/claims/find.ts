import { listClaims } from '@/lib/store/claim/list'
import type { Store } from '@/lib/store/connection/store'
import { nearest, unknownText } from '../parameters/near'
import { Problem } from '../problem/problem'
import { existsAt } from './view'

/** The problem of a claim's slug that is not known at `now`, with slugs like it; one that was only stated later is told with its day. */
export async function unknownClaim(store: Store, slug: string, now: Date): Promise<Problem> {
  const claims = await listClaims(store)
  const later = claims.find((claim) => claim.slug === slug && !existsAt(claim, now))
  if (later) {
    return new Problem('unknown-claim', `"${slug}" was stated on ${later.statedOn} and counts from the end of that day`)
  }
  const near = nearest(
    slug,
    claims
      .filter((claim) => existsAt(claim, now))
      .map((claim) => ({ name: claim.slug, alias: [claim.statement, claim.statementZh] })),
  )
  return new Problem('unknown-claim', unknownText(slug, near, '/api/v1/claims'), { near })
}
