import type { Queryable } from '../connection/sql'

/** A stored session of a listing, without its prices. */
export interface RecentBar {
  readonly symbol: string
  readonly session: string
  readonly settled: boolean
  /** Whether its values were changed after they had been stored as settled. */
  readonly revised: boolean
}

/** The stored sessions of every listing from a date on, ascending by session. */
export async function readRecentBars(sql: Queryable, from: string): Promise<RecentBar[]> {
  // One look into the index a listing (OFFSET 0 keeps it so): joined freely, a date alone has all bars of all listings read.
  return sql<RecentBar[]>`
    SELECT l.symbol, b.session, b.settled, CASE WHEN v.revisions > 0
      THEN EXISTS (SELECT 1 FROM bar_revision r WHERE r.listing_id = l.id AND r.session = b.session OFFSET 0) ELSE false END AS revised
    FROM listing l LEFT JOIN series_version v ON v.listing_id = l.id
    CROSS JOIN LATERAL (SELECT session, settled FROM bar WHERE listing_id = l.id AND session >= ${from}::date ORDER BY session OFFSET 0) b
    ORDER BY l.id, b.session`
}
