import type { Queryable } from '../connection/sql'

export type BreakerState = 'closed' | 'open' | 'half_open'

/** What is remembered of a feed between requests, restarts and workers. Moments in UTC. */
export interface FeedState {
  /** Requests left in the bucket at `tokensAt`, with fractions. */
  readonly tokens: number
  readonly tokensAt: Date
  /** No request before this moment. */
  readonly notBefore: Date | null
  readonly breaker: BreakerState
  readonly failuresInARow: number
  /** Open: until when nobody asks. Half-open: until when the one who tries has time for it. */
  readonly openUntil: Date | null
  /** Of the last failure that counted. */
  readonly lastErrorClass: string | null
}

/** The state of a feed, null when it was never asked. With `lock`, only inside a transaction: nobody changes it until that ends. */
export async function readFeedState(sql: Queryable, feed: string, { lock = false } = {}): Promise<FeedState | null> {
  const [state] = await sql<FeedState[]>`
    SELECT tokens, tokens_at AS "tokensAt", not_before AS "notBefore", breaker, failures_in_a_row AS "failuresInARow",
      open_until AS "openUntil", last_error_class AS "lastErrorClass"
    FROM feed_state WHERE feed = ${feed} ${lock ? sql`FOR UPDATE` : sql``}`
  return state ?? null
}
