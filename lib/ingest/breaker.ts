import { feedPolicies } from '@/lib/feeds/policy'
import type { FeedError } from '@/lib/feeds/types'
import type { FeedHealth } from '@/lib/store/feed/change'

/** How long a breaker stays open the first time; each failed try after that doubles it, up to the longest. */
export const firstOpenMs = 60_000
export const longestOpenMs = 3_600_000
/** Time the one who tries a feed again has for it; after that another may, since a killed process never tells. */
export const probeMs = 90_000
/** How long a feed is left alone that still limits our rate after all retries and says nothing of how long. */
export const quietAfterRateLimitMs = 60_000
/** A `Retry-After` beyond this is believed no further. */
export const longestNotBeforeMs = 6 * 3_600_000

/** May be asked (as the one that tries whether it works again, when `probe`), or why not and until when. */
export type Admission =
  | { readonly admitted: true; readonly probe: boolean }
  | { readonly admitted: false; readonly until: Date; readonly because: 'breaker' | 'probe' | 'not-before' }

const after = (now: Date, ms: number) => new Date(now.getTime() + ms)
const isAhead = (moment: Date | null, now: Date): moment is Date => moment !== null && moment > now
const later = (a: Date | null, b: Date) => (a !== null && a > b ? a : b)

/**
 * Whether a feed may be asked at `now`. An open breaker whose time is over lets one through and is half-open until that one is back. With `insist`
 * one is let through at any time: a person who asks gets an answer. A moment asked for by the feed itself that is further off than `patienceMs` is kept in any case. Pure.
 */
export function admission(
  health: FeedHealth,
  now: Date,
  { insist = false, patienceMs = 0 }: { insist?: boolean; patienceMs?: number } = {},
): { health: FeedHealth; answer: Admission } {
  const { breaker, openUntil, notBefore } = health
  if (isAhead(notBefore, after(now, patienceMs))) {
    return { health, answer: { admitted: false, until: notBefore, because: 'not-before' } }
  }
  if (breaker === 'closed') return { health, answer: { admitted: true, probe: false } }
  if (!insist && isAhead(openUntil, now)) {
    const because = breaker === 'open' ? 'breaker' : 'probe'
    return { health, answer: { admitted: false, until: openUntil, because } }
  }
  const probing: FeedHealth = { ...health, breaker: 'half_open', openUntil: after(now, probeMs) }
  return { health: probing, answer: { admitted: true, probe: true } }
}

/** The feed answered: its breaker is closed and nothing counts against it. Pure. */
export function afterSuccess(health: FeedHealth): FeedHealth {
  if (health.breaker === 'closed' && health.failuresInARow === 0) return health
  return { ...health, breaker: 'closed', failuresInARow: 0, openUntil: null, lastErrorClass: null }
}

/** The one that was to try the feed did not get to it: the next may at once. Pure. */
export function afterHoldBack(health: FeedHealth, now: Date): FeedHealth {
  if (health.breaker !== 'half_open') return health
  return { ...health, breaker: 'open', openUntil: health.notBefore === null ? now : later(health.notBefore, now) }
}

function notBeforeAfter(health: FeedHealth, now: Date, { errorClass, retryAfterMs }: Failure, final: boolean) {
  const wait = retryAfterMs ?? (errorClass === 'rate-limited' && final ? quietAfterRateLimitMs : null)
  return wait === null ? health.notBefore : later(health.notBefore, after(now, Math.min(wait, longestNotBeforeMs)))
}

export type Failure = Pick<FeedError, 'errorClass' | 'retryAfterMs'>

/**
 * A request failed; `final` when it is not tried again. A `Retry-After` is kept for every worker. A rate limit changes nothing else. What the policy
 * does not count is an answer. The rest counts: at the class's number in a row, or when it was the one that tried, the breaker opens. While it is open, late failures of requests
 * sent before change nothing. Pure.
 */
export function afterFailure(health: FeedHealth, now: Date, failure: Failure, { final = true } = {}): FeedHealth {
  const { errorClass } = failure
  const { opensBreakerAfter } = feedPolicies[errorClass]
  const told: FeedHealth = { ...health, notBefore: notBeforeAfter(health, now, failure, final) }
  if (errorClass === 'rate-limited') return final ? afterHoldBack(told, now) : told
  if (opensBreakerAfter === null) return afterSuccess(told)
  if (health.breaker === 'open') return told
  const failuresInARow = health.failuresInARow + 1
  const counted: FeedHealth = { ...told, failuresInARow, lastErrorClass: errorClass }
  if (health.breaker === 'closed' && failuresInARow < opensBreakerAfter) return counted
  const openMs = Math.min(longestOpenMs, firstOpenMs * 2 ** Math.max(0, failuresInARow - opensBreakerAfter))
  return { ...counted, breaker: 'open', openUntil: after(now, openMs) }
}
