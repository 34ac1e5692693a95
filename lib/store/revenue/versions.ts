import { endOfTime } from '../connection/endOfTime'
import type { Queryable } from '../connection/sql'
import type { StoredRevenue } from './read'

/** Every figure of the given topics, restatements beside what they restate (with `asOf` those known then), ascending by period end and known-at. */
export async function readRevenueVersions(
  sql: Queryable,
  topics: readonly string[],
  asOf?: Date,
): Promise<StoredRevenue[]> {
  return sql<StoredRevenue[]>`
    SELECT t.slug AS topic, t.name_zh AS "topicZh", r.label, r.period_start AS start, r.period_end AS "end", trim_scale(r.value)::text AS value, r.currency, r.filed,
      r.known_at AS "knownAt", r.derived, r.precision, r.feed, r.document, r.fetched_at AS "fetchedAt"
    FROM revenue_fact r JOIN topic t ON t.id = r.topic_id WHERE t.slug = ANY(${[...topics]}) AND r.known_at <= ${asOf ?? endOfTime}::timestamptz
    ORDER BY t.slug, r.period_end, r.known_at`
}
