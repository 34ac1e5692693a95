import type { Queryable } from '../connection/sql'

/** What is stored of a company's revenue at a glance. */
export interface RevenueStatus {
  readonly topic: string
  readonly name: string
  readonly nameZh: string
  readonly quarters: number
  /** Fiscal labels of the earliest and the latest quarter. */
  readonly first: string
  readonly last: string
  /** Last day of the latest quarter. */
  readonly lastEnd: string
  /** Since when the latest quarter is known, in UTC. */
  readonly lastKnownAt: Date
  /** Figures that restate an earlier one. */
  readonly restated: number
  readonly currency: string
  /** Of the latest quarter. */
  readonly feed: string
  readonly fetchedAt: Date
}

/** The status of every company with revenue, ascending by name. */
export async function revenueStatus(sql: Queryable): Promise<RevenueStatus[]> {
  return sql<RevenueStatus[]>`
    SELECT t.slug AS topic, t.name, t.name_zh AS "nameZh", count(DISTINCT r.label)::int AS quarters,
      (count(*) - count(DISTINCT r.label))::int AS restated,
      (array_agg(r.label ORDER BY r.period_end))[1] AS first, latest.label AS last, latest.period_end AS "lastEnd",
      min(r.known_at) FILTER (WHERE r.label = latest.label) AS "lastKnownAt", latest.currency, latest.feed, latest.fetched_at AS "fetchedAt"
    FROM revenue_fact r JOIN topic t ON t.id = r.topic_id
    JOIN LATERAL (SELECT * FROM revenue_fact l WHERE l.topic_id = r.topic_id ORDER BY l.period_end DESC, l.known_at DESC LIMIT 1) latest ON true
    GROUP BY t.id, latest.label, latest.period_end, latest.currency, latest.feed, latest.fetched_at ORDER BY t.name`
}
