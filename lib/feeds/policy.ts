import type { FeedErrorClass } from './types'

/** What happens after a failure of a class. */
export interface FeedPolicy {
  /** Attempts here after the first one. */
  readonly retries: number
  /** Wait before the first of them, in milliseconds; each later wait is twice the one before. Spread by 50 to 100 %. */
  readonly waitMs: number
  /** After the last attempt: ask the next feed in order, or ask none. */
  readonly afterwards: 'next-feed' | 'never'
  /**
   * Failures in a row, this one included, at which it opens the feed's breaker; null when it never does. A silent feed costs a whole timeout each
   * time, so fewer are waited for. A rate limit opens none, nor does an answer that was one: that there is nothing, or rows that cannot be true.
   */
  readonly opensBreakerAfter: number | null
}

/** Longest wait a feed may ask for with `Retry-After` and still be waited for; beyond it we go on without it. */
export const longestRetryAfterMs = 30_000

/** The one table from a class of failure to what is done about it. */
export const feedPolicies: Readonly<Record<FeedErrorClass, FeedPolicy>> = {
  'rate-limited': { retries: 2, waitMs: 2_000, afterwards: 'next-feed', opensBreakerAfter: null },
  refused: { retries: 0, waitMs: 0, afterwards: 'next-feed', opensBreakerAfter: 5 },
  unreachable: { retries: 2, waitMs: 300, afterwards: 'next-feed', opensBreakerAfter: 5 },
  timeout: { retries: 1, waitMs: 500, afterwards: 'next-feed', opensBreakerAfter: 3 },
  'not-the-format': { retries: 1, waitMs: 1_000, afterwards: 'next-feed', opensBreakerAfter: 5 },
  empty: { retries: 0, waitMs: 0, afterwards: 'next-feed', opensBreakerAfter: null },
  'unknown-symbol': { retries: 0, waitMs: 0, afterwards: 'next-feed', opensBreakerAfter: null },
  // Bad rows wait in quarantine for a person; the same days from another feed would hide them.
  'invalid-rows': { retries: 0, waitMs: 0, afterwards: 'never', opensBreakerAfter: null },
}

/** Requests a feed is sent: at most `capacity` at once, `perSecond` in the long run. Any second sees at most their sum. */
export interface FeedBucket {
  readonly capacity: number
  readonly perSecond: number
}
