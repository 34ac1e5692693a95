import { endOfTime } from '../connection/endOfTime'
import type { Queryable } from '../connection/sql'

/** Revenue of one fiscal quarter as it is known last. Value is a decimal string in `currency`, dates are calendar dates, knownAt is UTC. */
export interface StoredRevenue {
  readonly topic: string
  /** The topic's Chinese name. */
  readonly topicZh: string
  readonly label: string
  readonly start: string
  readonly end: string
  readonly value: string
  readonly currency: string
  readonly filed: string | null
  readonly knownAt: Date
  readonly derived: boolean
  readonly precision: string
  readonly feed: string
  readonly document: string
  readonly fetchedAt: Date
}

/** Quarters of the given topics, each with its latest known figure (with `asOf` the latest known then), ascending by period end. */
export async function readRevenue(sql: Queryable, topics: readonly string[], asOf?: Date): Promise<StoredRevenue[]> {
  return sql<StoredRevenue[]>`
    SELECT * FROM (
      SELECT DISTINCT ON (r.topic_id, r.label) t.slug AS topic, t.name_zh AS "topicZh", r.label, r.period_start AS start, r.period_end AS "end", trim_scale(r.value)::text AS value,
        r.currency, r.filed, r.known_at AS "knownAt", r.derived, r.precision, r.feed, r.document, r.fetched_at AS "fetchedAt"
      FROM revenue_fact r JOIN topic t ON t.id = r.topic_id WHERE t.slug = ANY(${[...topics]}) AND r.known_at <= ${asOf ?? endOfTime}::timestamptz
      ORDER BY r.topic_id, r.label, r.known_at DESC) latest
    ORDER BY topic, "end"`
}
