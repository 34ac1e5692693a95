import type { Queryable } from '../connection/sql'
import { askedFeeds } from './asked'

/** A failed attempt of a feed. `at` in UTC. */
export interface FeedFailure {
  readonly feed: string
  readonly at: Date
  readonly subject: string
  readonly errorClass: string | null
  readonly error: string
}

/** The last failed attempts of every feed, at most `each`, the newest first. */
export async function recentFailures(sql: Queryable, each = 5): Promise<FeedFailure[]> {
  return sql<FeedFailure[]>`
    SELECT f.feed, a.started_at AS at, a.subject, a.error_class AS "errorClass", coalesce(a.error, '') AS error
    FROM (${askedFeeds(sql)}) f CROSS JOIN LATERAL (
      SELECT * FROM refresh_attempt WHERE feed = f.feed AND outcome = 'failed' ORDER BY started_at DESC, id DESC LIMIT ${each}) a
    ORDER BY f.feed, a.started_at DESC, a.id DESC`
}
