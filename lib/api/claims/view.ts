import { listClaims } from '@/lib/store/claim/list'
import type { Store } from '@/lib/store/connection/store'
import type { ClaimsView } from './schema'

export type { ClaimsView, ClaimView } from './schema'

/** Published claims in display order. The moment is taken as by every view; nothing here depends on it yet. */
export async function claimsView(store: Store, _now: Date): Promise<ClaimsView> {
  return { items: await listClaims(store) }
}
