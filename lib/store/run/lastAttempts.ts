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

/** The newest attempt of every job for every subject: from one pair of them to the next in the index, never through all attempts. */
export async function lastAttempts(sql: Queryable): Promise<LastAttempt[]> {
  return sql<LastAttempt[]>`
    WITH RECURSIVE pair AS (
      (SELECT job, subject FROM refresh_attempt ORDER BY job, subject LIMIT 1)
      UNION ALL
      SELECT next.job, next.subject FROM pair p CROSS JOIN LATERAL (
        SELECT a.job, a.subject FROM refresh_attempt a WHERE (a.job, a.subject) > (p.job, p.subject) ORDER BY a.job, a.subject LIMIT 1) next
    )
    SELECT p.job, p.subject, a.feed, a.outcome::text, a.error_class AS "errorClass", a.error, a.started_at AS "startedAt"
    FROM pair p CROSS JOIN LATERAL (
      SELECT * FROM refresh_attempt n WHERE n.job = p.job AND n.subject = p.subject ORDER BY n.started_at DESC, n.id DESC LIMIT 1) a
    ORDER BY p.job, p.subject`
}
