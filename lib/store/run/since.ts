import type { Queryable } from '../connection/sql'
import { askedFeeds, notFailed } from '../feed/asked'

/** Whether a feed (any when not given) has answered for a job in an attempt begun at `since` or later, whoever asked. */
export async function answeredSince(
  sql: Queryable,
  { job, feed, since }: { job: string; feed?: string; since: Date },
): Promise<boolean> {
  const rows = await sql`
    SELECT 1 FROM (${feed === undefined ? askedFeeds(sql) : sql`SELECT ${feed}::text AS feed`}) f CROSS JOIN unnest(${notFailed(sql)}) AS o(outcome)
    CROSS JOIN LATERAL (
      SELECT 1 FROM refresh_attempt a WHERE a.feed = f.feed AND a.outcome = o.outcome AND a.started_at >= ${since} AND a.job = ${job}
      ORDER BY a.started_at DESC LIMIT 1) one
    LIMIT 1`
  return rows.length > 0
}

/** Whether a run of a job began at `since` or later and was not broken off. */
export async function begunSince(sql: Queryable, { job, since }: { job: string; since: Date }): Promise<boolean> {
  const rows = await sql`
    SELECT 1 FROM refresh_run WHERE job = ${job} AND started_at >= ${since} AND outcome <> 'abandoned'
    ORDER BY started_at DESC LIMIT 1`
  return rows.length > 0
}
