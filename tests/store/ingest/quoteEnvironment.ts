import { tencentQuotes } from '@/lib/feeds/tencent'
import { yahooBars, yahooQuotes } from '@/lib/feeds/yahoo'
import { feedLimits } from '@/lib/ingest/limits'
import type { RefreshEnvironment } from '@/lib/ingest/sources'
import type { Store } from '@/lib/store/connection/store'
import type { Standin } from '../../standin'

/** The environment of a refresh at a replayed clock: Yahoo and Tencent of a stand-in, within wide limits. */
export function quoteEnvironment(store: Store, standin: () => Standin, clock: () => Date): RefreshEnvironment {
  const who = { store, actor: 'test', clock }
  const limits = feedLimits({ ...who, infoOf: (feed) => ({ name: feed, bucket: { capacity: 100, perSecond: 100 } }) })
  return {
    ...who,
    sources: {
      barFeedsFor: () => [yahooBars],
      revenueFeedsFor: () => [],
      ratesFeed: { id: 'rates', name: 'Rates', fetchRates: async () => ({ rows: [], rejected: [] }) },
      quoteFeedsFor: () => [yahooQuotes, tencentQuotes],
      limits,
      contextFor: (feed) => ({
        ...{ origin: standin().origin, contact: 'test', now: clock, timeoutMs: 5_000, maxBytes: 1_000_000 },
        sleep: async () => undefined,
        beforeRequest: (target) => limits.beforeRequest(feed, target),
      }),
    },
  }
}
