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
  // Two looks into an index a listing and session (OFFSET 0 keeps it so): joined freely, all bars of all listings are read for the few that are not there.
  return sql<MissingOfListing[]>`
    SELECT l.symbol, m.session, m.state::text, m.reason
    FROM listing l CROSS JOIN LATERAL (
      SELECT * FROM missing_session WHERE listing_id = l.id ORDER BY session OFFSET 0) m
    WHERE NOT EXISTS (SELECT 1 FROM bar b WHERE b.listing_id = l.id AND b.session = m.session OFFSET 0)
    ORDER BY l.id, m.session`
}
