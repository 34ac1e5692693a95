import { barFeedsFor, feedInfoOf, ratesFeed, revenueFeedsFor } from '@/lib/feeds/registry'
import type { FeedContext } from '@/lib/feeds/types'
import type { Settings } from '@/lib/settings'
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

/** The feeds of the registry with the contexts of these settings. */
export function registeredSources(settings: Settings): RefreshSources {
  return {
    barFeedsFor,
    revenueFeedsFor,
    ratesFeed,
    contextFor: (feed, signal) => feedContextFor(settings, feed, signal),
  }
}
