import type { FeedBucket } from '@/lib/feeds/policy'

/** What is in a bucket: requests, with fractions, at a moment. */
export interface BucketState {
  readonly tokens: number
  readonly tokensAt: Date
}

/** A bucket as it is at `now`: what it gained since, never above its capacity. A clock that went back gains nothing and loses nothing. Pure. */
export function refill({ tokens, tokensAt }: BucketState, { capacity, perSecond }: FeedBucket, now: Date): BucketState {
  const seconds = Math.max(0, now.getTime() - tokensAt.getTime()) / 1000
  return { tokens: Math.min(capacity, tokens + seconds * perSecond), tokensAt: now > tokensAt ? now : tokensAt }
}

/** One request out of a bucket at `now`: the state after it and whether there was one. The store's `takeToken` does the same in one statement. Pure. */
export function take(state: BucketState, bucket: FeedBucket, now: Date): { state: BucketState; taken: boolean } {
  const full = refill(state, bucket, now)
  return full.tokens >= 1 ? { state: { ...full, tokens: full.tokens - 1 }, taken: true } : { state: full, taken: false }
}
