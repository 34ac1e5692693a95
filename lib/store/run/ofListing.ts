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
    SELECT DISTINCT ON (r.job, a.feed) r.job, a.feed, a.outcome::text, a.error_class AS "errorClass", a.error, a.added, a.changed, a.unchanged, a.held,
      a.started_at AS "startedAt", max(a.started_at) FILTER (WHERE a.outcome <> 'failed') OVER (PARTITION BY r.job, a.feed) AS "lastSuccessAt"
    FROM refresh_attempt a JOIN refresh_run r ON r.id = a.run_id
    WHERE a.listing_id = ${listingId} AND a.started_at <= ${at}
    ORDER BY r.job, a.feed, a.started_at DESC, a.id DESC`
}
