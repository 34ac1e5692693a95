import { barFeedsFor, feedInfoOf, quoteFeedsFor, ratesFeed, revenueFeedsFor } from '@/lib/feeds/registry'
import type { FeedContext } from '@/lib/feeds/types'
import type { Settings } from '@/lib/settings'
import type { FeedLimits } from './limits'
import type { RefreshSources } from './sources'

const timeoutMs = 20_000
const maxBytes = 20 * 1024 * 1024

/** What a feed's client needs, from the settings: its origin and the contact. An answer has 20 s and 20 MB. Throws a RangeError for an unknown feed. */
export function feedContextFor(settings: Settings, feed: string, signal?: AbortSignal): FeedContext {
  return {
    origin: settings[feedInfoOf(feed).originSetting] ?? null,
    contact: settings.CONTACT,
    now: () => new Date(),
    timeoutMs,
    maxBytes,
    signal,
  }
}

/** The feeds of the registry with the contexts of these settings, within `limits` when they are given. */
export function registeredSources(settings: Settings, limits?: FeedLimits): RefreshSources {
  const contextFor = (feed: string, signal?: AbortSignal): FeedContext => {
    const ctx = feedContextFor(settings, feed, signal)
    if (!limits) return ctx
    return {
      ...ctx,
      beforeRequest: (target) => limits.beforeRequest(feed, target, signal),
      onRetry: (error) => limits.retrying(error),
    }
  }
  return { barFeedsFor, revenueFeedsFor, ratesFeed, quoteFeedsFor, contextFor, ...(limits ? { limits } : {}) }
}
