import type { FeedErrorClass } from './types'

/** What happens after a failure of a class. */
export interface FeedPolicy {
  /** Attempts here after the first one. */
  readonly retries: number
  /** Wait before the first of them, in milliseconds; each later wait is twice the one before. Spread by 50 to 100 %. */
  readonly waitMs: number
  /** After the last attempt: ask the next feed in order, or ask none. */
  readonly afterwards: 'next-feed' | 'never'
  /** Whether it speaks against the feed's health. A rate limit does not, nor does an answer that there is nothing. */
  readonly countsAgainstFeed: boolean
}

/** Longest wait a feed may ask for with `Retry-After` and still be waited for; beyond it we go on without it. */
export const longestRetryAfterMs = 30_000

/** The one table from a class of failure to what is done about it. */
export const feedPolicies: Readonly<Record<FeedErrorClass, FeedPolicy>> = {
  'rate-limited': { retries: 2, waitMs: 2_000, afterwards: 'next-feed', countsAgainstFeed: false },
  refused: { retries: 0, waitMs: 0, afterwards: 'next-feed', countsAgainstFeed: true },
  unreachable: { retries: 2, waitMs: 300, afterwards: 'next-feed', countsAgainstFeed: true },
  timeout: { retries: 1, waitMs: 500, afterwards: 'next-feed', countsAgainstFeed: true },
  'not-the-format': { retries: 1, waitMs: 1_000, afterwards: 'next-feed', countsAgainstFeed: true },
  empty: { retries: 0, waitMs: 0, afterwards: 'next-feed', countsAgainstFeed: false },
  'unknown-symbol': { retries: 0, waitMs: 0, afterwards: 'next-feed', countsAgainstFeed: false },
  // Bad rows wait in quarantine for a person; the same days from another feed would hide them.
  'invalid-rows': { retries: 0, waitMs: 0, afterwards: 'never', countsAgainstFeed: true },
}
