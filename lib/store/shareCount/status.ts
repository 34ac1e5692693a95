import type { Queryable } from '../connection/sql'

/** What is stored of a company's share counts at a glance. */
export interface ShareCountStatus {
  readonly topic: string
  readonly name: string
  readonly nameZh: string
  readonly counts: number
  /** Days the first and the last count are of. */
  readonly first: string
  readonly last: string
  /** Since when the last count is known, in UTC. */
  readonly lastKnownAt: Date
  readonly feed: string
  readonly fetchedAt: Date
}

/** The status of every company with share counts, ascending by name. */
export async function shareCountStatus(sql: Queryable): Promise<ShareCountStatus[]> {
  return sql<ShareCountStatus[]>`
    SELECT t.slug AS topic, t.name, t.name_zh AS "nameZh", count(*)::int AS counts, min(s.as_of) AS first, max(s.as_of) AS last,
      (array_agg(s.known_at ORDER BY s.as_of DESC, s.known_at))[1] AS "lastKnownAt", (array_agg(s.feed ORDER BY s.as_of DESC, s.known_at DESC))[1] AS feed,
      max(s.fetched_at) AS "fetchedAt"
    FROM share_count s JOIN topic t ON t.id = s.topic_id GROUP BY t.id ORDER BY t.name`
}
