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
    SELECT l.symbol, v.revisions, v.last_revised_at AS "lastRevisedAt"
    FROM series_version v JOIN listing l ON l.id = v.listing_id WHERE v.revisions > 0 ORDER BY l.symbol`
}
