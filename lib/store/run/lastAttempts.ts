import type { Queryable } from '../connection/sql'

/** The newest attempt of a job for a subject. */
export interface LastAttempt {
  readonly job: string
  /** Symbol, topic slug or currency pairs. */
  readonly subject: string
  readonly feed: string
  readonly outcome: string
  readonly errorClass: string | null
  readonly error: string | null
  /** In UTC. */
  readonly startedAt: Date
}

/** The newest attempt of every job for every subject. */
export async function lastAttempts(sql: Queryable): Promise<LastAttempt[]> {
  return sql<LastAttempt[]>`
    SELECT DISTINCT ON (r.job, a.subject) r.job, a.subject, a.feed, a.outcome::text, a.error_class AS "errorClass", a.error, a.started_at AS "startedAt"
    FROM refresh_attempt a JOIN refresh_run r ON r.id = a.run_id ORDER BY r.job, a.subject, a.started_at DESC, a.id DESC`
}
