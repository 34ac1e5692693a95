import type { Queryable } from '../connection/sql'

/** The newest attempt of a job at a feed for one listing, counts in rows, and when one last brought what was asked. */
export interface ListingAttempt {
  readonly job: string
  readonly feed: string
  readonly outcome: 'running' | 'succeeded' | 'partly' | 'failed' | 'abandoned'
  readonly errorClass: string | null
  readonly error: string | null
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly held: number
  readonly startedAt: Date
  readonly lastSuccessAt: Date | null
}

/** The newest attempt for a listing of each job at each feed, begun by `at`. */
export async function newestAttempts(sql: Queryable, listingId: number, at: Date): Promise<ListingAttempt[]> {
  return sql<ListingAttempt[]>`
    SELECT DISTINCT ON (a.job, a.feed) a.job, a.feed, a.outcome::text, a.error_class AS "errorClass", a.error, a.added, a.changed, a.unchanged, a.held,
      a.started_at AS "startedAt", max(a.started_at) FILTER (WHERE a.outcome <> 'failed') OVER (PARTITION BY a.job, a.feed) AS "lastSuccessAt"
    FROM refresh_attempt a
    WHERE a.listing_id = ${listingId} AND a.started_at <= ${at}
    ORDER BY a.job, a.feed, a.started_at DESC, a.id DESC`
}
