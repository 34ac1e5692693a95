import type { Queryable } from '../connection/sql'

/** Sessions inside a series that are still asked for and were found missing at one moment. Moments in UTC. */
export interface InnerGap {
  readonly symbol: string
  readonly sessions: number
  readonly first: string
  readonly last: string
  readonly seenAt: Date
  /** When a later session showed that the series goes on. */
  readonly passedAt: Date
}

/**
 * The open gaps inside the series of every listing as known at `asOf`: not what is missing at a series' end, which is its age. One row for all sessions of a listing
 * that were found missing together; by listing, then by when they were.
 */
export async function readInnerGaps(sql: Queryable, asOf: Date): Promise<InnerGap[]> {
  return sql<InnerGap[]>`
    SELECT l.symbol, count(*)::int AS sessions, min(m.session) AS first, max(m.session) AS last, m.seen_at AS "seenAt", min(later.as_of) AS "passedAt"
    FROM missing_session m JOIN listing l ON l.id = m.listing_id
    JOIN LATERAL (SELECT min(b.as_of) AS as_of FROM bar b WHERE b.listing_id = m.listing_id AND b.session > m.session) later ON true
    WHERE m.state = 'open' AND m.seen_at <= ${asOf} AND later.as_of <= ${asOf}
      AND NOT EXISTS (SELECT 1 FROM bar b WHERE b.listing_id = m.listing_id AND b.session = m.session)
      AND EXISTS (SELECT 1 FROM bar b WHERE b.listing_id = m.listing_id AND b.session < m.session)
    GROUP BY l.position, l.symbol, m.seen_at ORDER BY l.position, l.symbol, m.seen_at`
}
