import type { Queryable } from '../connection/sql'

/** How often settled bars of a listing were changed, and when last. */
export interface RevisionCount {
  readonly symbol: string
  readonly revisions: number
  /** In UTC. */
  readonly lastRevisedAt: Date
}

/** The revisions of every listing that has any. */
export async function countRevisions(sql: Queryable): Promise<RevisionCount[]> {
  return sql<RevisionCount[]>`
    SELECT l.symbol, count(*)::int AS revisions, max(r.revised_at) AS "lastRevisedAt"
    FROM bar_revision r JOIN listing l ON l.id = r.listing_id GROUP BY l.symbol ORDER BY l.symbol`
}
