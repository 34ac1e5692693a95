import type { BarFeed, QuoteFeed, RatesFeed, RevenueFeed } from '@/lib/feeds/registry'
import type { FeedContext } from '@/lib/feeds/types'
import type { Mic } from '@/lib/market/exchange'
import type { Store } from '@/lib/store/connection/store'
import type { CommandContext } from '@/lib/store/context'
import type { FeedLimits } from './limits'

/** A feed as the refresh needs it: any id, so that a test can bring its own. */
type Anyone<Feed extends { readonly id: string }> = Omit<Feed, 'id'> & { readonly id: string }
export type BarSource = Anyone<BarFeed>
export type RevenueSource = Anyone<RevenueFeed>
export type RatesSource = Anyone<RatesFeed>
export type QuoteSource = Anyone<QuoteFeed>

/** The feeds a refresh may ask, the first to ask first, and what each needs to be asked. */
export interface RefreshSources {
  readonly barFeedsFor: (mic: Mic) => readonly BarSource[]
  readonly revenueFeedsFor: (mic: Mic) => readonly RevenueSource[]
  readonly ratesFeed: RatesSource
  readonly quoteFeedsFor: (mic: Mic) => readonly QuoteSource[]
  readonly contextFor: (feed: string, signal?: AbortSignal) => FeedContext
  /** Keeps the feeds' buckets and breakers; without it nothing is limited. */
  readonly limits?: FeedLimits
}

/** How long a run's lease lasts, and how often it is extended. */
export interface LeaseTimes {
  readonly leaseMs: number
  readonly beatMs: number
}

/** Everything a refresh works with. `clock` tells the time at each step, because a refresh takes a while. */
export interface RefreshEnvironment {
  readonly store: Store
  readonly sources: RefreshSources
  /** Who asks, for the store's commands. */
  readonly actor: string
  readonly clock: () => Date
  /** Ends the refresh between two steps and in the middle of a request; never in the middle of a transaction. */
  readonly signal?: AbortSignal
  /** Of the runs it begins; two minutes, extended every half minute, when absent. */
  readonly lease?: LeaseTimes
}

/** The context of a store command at this moment. */
export function commandContext({ actor, clock }: RefreshEnvironment): CommandContext {
  return { actor, scopes: ['ingest'], now: clock() }
}
