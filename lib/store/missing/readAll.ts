import type { Queryable } from '../connection/sql'
import type { MissingReason } from './read'

/** A session some listing has no bar of. */
export interface MissingOfListing {
  readonly symbol: string
  readonly session: string
  readonly state: 'open' | 'permanent'
  readonly reason: MissingReason | null
}

/** The missing sessions of every listing as last brought up to date, ascending by session; those that were filled since are left out. */
export async function readAllMissing(sql: Queryable): Promise<MissingOfListing[]> {
  return sql<MissingOfListing[]>`
    SELECT l.symbol, m.session, m.state::text, m.reason FROM missing_session m JOIN listing l ON l.id = m.listing_id
    WHERE NOT EXISTS (SELECT 1 FROM bar b WHERE b.listing_id = m.listing_id AND b.session = m.session)
    ORDER BY m.listing_id, m.session`
}
