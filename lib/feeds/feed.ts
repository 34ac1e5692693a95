import type { Mic } from '@/lib/market/exchange'
import type { FeedBucket } from './policy'
import type { FeedBars, FeedContext, FeedRate, FeedRejection, FeedRevenues, QuoteAnswer } from './types'

export type FeedId = 'yahoo' | 'tencent' | 'eastmoney' | 'sec' | 'eastmoney-data' | 'ecb'

/** What is told about a feed to people: its name, its terms in one line, and the setting that moves its origin. */
export interface FeedInfo {
  readonly id: FeedId
  readonly name: string
  readonly nameZh: string
  readonly terms: string
  readonly termsZh: string
  readonly originSetting:
    | 'YAHOO_ORIGIN'
    | 'TENCENT_ORIGIN'
    | 'EASTMONEY_ORIGIN'
    | 'SEC_ORIGIN'
    | 'EASTMONEY_DATA_ORIGIN'
    | 'ECB_ORIGIN'
  /** How many requests it is sent. */
  readonly bucket: FeedBucket
}

export interface BarsRequest {
  /** The feed's own symbol of the listing. */
  readonly feedSymbol: string
  readonly mic: Mic
  /** IANA zone of the exchange. */
  readonly timeZone: string
  /** First and last session wanted, both included. */
  readonly from: string
  readonly to: string
}

/** A source of daily bars, with splits and dividends unless `withoutActions`. Every method throws FeedError and nothing else, save the reason of `ctx.signal`. */
export interface BarFeed {
  readonly id: FeedId
  readonly name: string
  /** Minutes after an exchange's close until its bar can be believed. */
  readonly delayMinutes: number
  /** Its format has no splits and dividends: it is not asked for them. */
  readonly withoutActions?: boolean
  readonly fetchBars: (request: BarsRequest, ctx: FeedContext) => Promise<FeedBars>
}

export interface RevenueRequest {
  /** The feed's own key of the company: the CIK for `sec`, the six-digit code for `eastmoney-data`. */
  readonly key: string
  /** Periods that start on this day or later; all when absent. */
  readonly from?: string
}

/** A source of quarterly revenue, and of share counts where they come along. */
export interface RevenueFeed {
  readonly id: FeedId
  readonly name: string
  readonly fetchRevenue: (request: RevenueRequest, ctx: FeedContext) => Promise<FeedRevenues>
}

export interface RatesRequest {
  /** ISO 4217 codes. */
  readonly quotes: readonly string[]
  /** First date wanted. */
  readonly from: string
}

/** A source of currency rates, ascending by date. No rate since `from` is no failure: both lists are then empty. */
export interface RatesFeed {
  readonly id: FeedId
  readonly name: string
  readonly fetchRates: (
    request: RatesRequest,
    ctx: FeedContext,
  ) => Promise<{ rows: FeedRate[]; rejected: FeedRejection[] }>
}

export interface QuotesRequest {
  /** The feed's own symbols of listings of one exchange. */
  readonly feedSymbols: readonly string[]
  readonly mic: Mic
  /** IANA zone of the exchange. */
  readonly timeZone: string
}

/** A source of live prices. */
export interface QuoteFeed {
  readonly id: FeedId
  readonly name: string
  /** Minutes by which its prices of an exchange are late. */
  readonly lateMinutes: (mic: Mic) => number
  /**
   * The prices of one batch, an answer a symbol in the order asked. Throws FeedError when the feed as a whole fails (as long as it does, no other symbol is asked for),
   * and nothing else, save the reason of `ctx.signal`.
   */
  readonly fetchQuotes: (request: QuotesRequest, ctx: FeedContext) => Promise<QuoteAnswer[]>
}
