import type { Queryable } from '../connection/sql'
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
  return sql<FeedStatus[]>`
    WITH success AS (SELECT feed, max(started_at) AS at FROM refresh_attempt WHERE outcome <> 'failed' GROUP BY feed)
    SELECT a.feed, max(a.started_at) AS "lastAttemptAt", s.at AS "lastSuccessAt", last.error_class AS "lastErrorClass", last.error AS "lastError",
      count(*) FILTER (WHERE a.outcome = 'failed' AND (s.at IS NULL OR a.started_at > s.at))::int AS "failuresInARow",
      count(*) FILTER (WHERE a.started_at > ${now}::timestamptz - interval '1 day')::int AS "attemptsLastDay",
      coalesce(f.breaker, 'closed') AS breaker, f.open_until AS "openUntil", CASE WHEN f.not_before > ${now}::timestamptz THEN f.not_before END AS "notBefore",
      f.tokens, f.tokens_at AS "tokensAt"
    FROM refresh_attempt a LEFT JOIN success s ON s.feed = a.feed LEFT JOIN feed_state f ON f.feed = a.feed
    LEFT JOIN LATERAL (SELECT error_class, error FROM refresh_attempt e WHERE e.feed = a.feed AND e.outcome = 'failed' ORDER BY e.started_at DESC LIMIT 1) last ON true
    GROUP BY a.feed, s.at, last.error_class, last.error, f.feed ORDER BY a.feed`
}
