import type { Queryable } from '../connection/sql'
import { askedFeeds, notFailed } from './asked'
import type { BreakerState } from './state'

/** What a feed did lately, from its attempts. */
export interface FeedStatus {
  readonly feed: string
  readonly lastAttemptAt: Date
  readonly lastSuccessAt: Date | null
  readonly lastErrorClass: string | null
  readonly lastError: string | null
  /** Failed attempts since the last one that succeeded. */
  readonly failuresInARow: number
  readonly attemptsLastDay: number
  /** Open: nobody asks it until `openUntil`. Half-open: one request is trying it. */
  readonly breaker: BreakerState
  readonly openUntil: Date | null
  /** No request before this moment, null when it has passed. */
  readonly notBefore: Date | null
  /** Requests left in its bucket at `tokensAt`; null when it was never asked within limits. */
  readonly tokens: number | null
  readonly tokensAt: Date | null
}

/** The status of every feed that was ever asked. */
export async function feedStatus(sql: Queryable, now: Date): Promise<FeedStatus[]> {
  const newest = (outcomes: ReturnType<typeof notFailed>) => sql`
    SELECT max(n.started_at) AS at FROM unnest(${outcomes}) AS o(outcome) CROSS JOIN LATERAL (
      SELECT e.started_at FROM refresh_attempt e WHERE e.feed = a.feed AND e.outcome = o.outcome ORDER BY e.started_at DESC LIMIT 1) n`
  return sql<FeedStatus[]>`
    SELECT a.feed, greatest(s.at, last.at) AS "lastAttemptAt", s.at AS "lastSuccessAt", last.error_class AS "lastErrorClass", last.error AS "lastError",
      (SELECT count(*) FROM refresh_attempt e WHERE e.feed = a.feed AND e.outcome = 'failed' AND e.started_at > coalesce(s.at, '-infinity'))::int AS "failuresInARow",
      (SELECT count(*) FROM refresh_attempt e WHERE e.feed = a.feed AND e.outcome = ANY(enum_range(NULL::"RunOutcome"))
        AND e.started_at > ${now}::timestamptz - interval '1 day')::int AS "attemptsLastDay",
      coalesce(f.breaker, 'closed') AS breaker, f.open_until AS "openUntil", CASE WHEN f.not_before > ${now}::timestamptz THEN f.not_before END AS "notBefore",
      f.tokens, f.tokens_at AS "tokensAt"
    FROM (${askedFeeds(sql)}) a LEFT JOIN feed_state f ON f.feed = a.feed CROSS JOIN LATERAL (${newest(notFailed(sql))}) s
    LEFT JOIN LATERAL (
      SELECT error_class, error, started_at AS at FROM refresh_attempt e WHERE e.feed = a.feed AND e.outcome = 'failed'
      ORDER BY e.started_at DESC LIMIT 1) last ON true
    ORDER BY a.feed`
}
