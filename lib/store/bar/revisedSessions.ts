import type { Queryable } from '../connection/sql'

/** A settled bar that was changed: how often, and when the newest value was seen, in UTC. */
export interface RevisedSession {
  readonly session: string
  readonly revisions: number
  readonly lastRevisedAt: Date
}

/** The sessions of a listing whose settled bar had been changed by `at`, ascending. */
export async function revisedSessions(sql: Queryable, listingId: number, at: Date): Promise<RevisedSession[]> {
  return sql<RevisedSession[]>`
    SELECT session, count(*)::int AS revisions, max(revised_at) AS "lastRevisedAt" FROM bar_revision
    WHERE listing_id = ${listingId} AND revised_at <= ${at} GROUP BY session ORDER BY session`
}
