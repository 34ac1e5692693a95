import { endOfTime } from '../connection/endOfTime'
import type { Queryable } from '../connection/sql'

/** Shares outstanding of a company on a day, as one document states them. Not adjusted for later splits. */
export interface StoredShareCount {
  readonly topic: string
  /** The day the count is of, a calendar date. */
  readonly asOf: string
  readonly knownAt: Date
  readonly shares: bigint
  readonly feed: string
  readonly document: string
  readonly fetchedAt: Date
}

/** Every count of the given topics (with `asOf` those known then), ascending by the day they are of; restatements of a day follow it by known-at. */
export async function readShareCounts(
  sql: Queryable,
  topics: readonly string[],
  asOf?: Date,
): Promise<StoredShareCount[]> {
  return sql<StoredShareCount[]>`
    SELECT t.slug AS topic, s.as_of AS "asOf", s.known_at AS "knownAt", s.shares, s.feed, s.document, s.fetched_at AS "fetchedAt"
    FROM share_count s JOIN topic t ON t.id = s.topic_id WHERE t.slug = ANY(${[...topics]}) AND s.known_at <= ${asOf ?? endOfTime}::timestamptz
    ORDER BY t.slug, s.as_of, s.known_at`
}
