import { feedPolicies, longestRetryAfterMs } from '../policy'
import { type FeedContext, FeedError, FeedHeldBack } from '../types'

/** A wait that ends early, by rejecting with the signal's reason, when the caller gives up. */
function timer(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      clearTimeout(running)
      reject(signal?.reason)
    }
    const running = setTimeout(() => {
      signal?.removeEventListener('abort', giveUp)
      resolve()
    }, ms)
    if (signal?.aborted) giveUp()
    else signal?.addEventListener('abort', giveUp, { once: true })
  })
}

/**
 * Milliseconds to wait before attempt `failures + 1`, or null when the policy of the error's class gives up.
 * The wait doubles with each failure and is spread over its upper half, so that many workers do not come back together. A
 * `Retry-After` is waited for in full, never less; one beyond `longestRetryAfterMs` is not waited for at all.
 */
export function waitBeforeRetry(error: FeedError, failures: number, random: () => number): number | null {
  const policy = feedPolicies[error.errorClass]
  if (failures > policy.retries) return null
  const backoff = Math.round(policy.waitMs * 2 ** (failures - 1) * (0.5 + random() / 2))
  if (error.retryAfterMs === null) return backoff
  return error.retryAfterMs > longestRetryAfterMs ? null : Math.max(error.retryAfterMs, backoff)
}

/**
 * Runs an attempt until it succeeds or the policy of its `FeedError` gives up; that error is then thrown. When we hold a retry back ourselves, the failure
 * before it is thrown. Other errors are thrown at once.
 */
export async function withRetry<T>(ctx: FeedContext, attempt: () => Promise<T>): Promise<T> {
  let before: FeedError | null = null
  for (let failures = 1; ; failures++) {
    try {
      return await attempt()
    } catch (error) {
      if (error instanceof FeedHeldBack) throw before ?? error
      const wait = error instanceof FeedError ? waitBeforeRetry(error, failures, ctx.random ?? Math.random) : null
      if (wait === null || !(error instanceof FeedError)) throw error
      before = error
      await ctx.onRetry?.(error, wait)
      await (ctx.sleep ? ctx.sleep(wait) : timer(wait, ctx.signal))
    }
  }
}
