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
  return sql<RecentBar[]>`
    SELECT l.symbol, b.session, b.settled,
      EXISTS (SELECT 1 FROM bar_revision r WHERE r.listing_id = b.listing_id AND r.session = b.session) AS revised
    FROM bar b JOIN listing l ON l.id = b.listing_id WHERE b.session >= ${from}::date ORDER BY b.listing_id, b.session`
}
