import type { Mic } from '@/lib/market/exchange'
import { eastmoney, eastmoneyBars } from './eastmoney'
import { eastmoneyData, eastmoneyRevenue } from './eastmoneyData'
import { ecb, ecbRates } from './ecb'
import type { BarFeed, FeedId, FeedInfo, QuoteFeed, RatesFeed, RevenueFeed } from './feed'
import { sec, secRevenue } from './sec'
import { tencent, tencentBars, tencentQuotes } from './tencent'
import { yahoo, yahooBars, yahooQuotes } from './yahoo'

export type {
  BarFeed,
  BarsRequest,
  FeedId,
  FeedInfo,
  QuoteFeed,
  QuotesRequest,
  RatesFeed,
  RatesRequest,
  RevenueFeed,
  RevenueRequest,
} from './feed'

export type FeedKind = 'bars' | 'actions' | 'revenue' | 'fx' | 'quotes'

/** Every feed, for lists of what there is and for its origin's setting. */
export const feedInfo: readonly FeedInfo[] = [yahoo, tencent, eastmoney, sec, eastmoneyData, ecb]

const barFeeds: Readonly<Record<Mic, readonly BarFeed[]>> = {
  XSHG: [yahooBars, tencentBars, eastmoneyBars],
  XHKG: [yahooBars, tencentBars, eastmoneyBars],
  XNYS: [yahooBars, eastmoneyBars],
  XNAS: [yahooBars, eastmoneyBars],
}

const quoteFeeds: Readonly<Record<Mic, readonly QuoteFeed[]>> = {
  XSHG: [yahooQuotes, tencentQuotes],
  XHKG: [yahooQuotes, tencentQuotes],
  XNYS: [yahooQuotes],
  XNAS: [yahooQuotes],
}

/** By where a company reports: the SEC for those on New York's exchanges, Eastmoney for Shanghai's; none yet for Hong Kong's. */
const revenueFeeds: Readonly<Record<Mic, readonly RevenueFeed[]>> = {
  XSHG: [eastmoneyRevenue],
  XHKG: [],
  XNYS: [secRevenue],
  XNAS: [secRevenue],
}

/** Feeds of daily bars, splits and dividends for an exchange, the first to ask first. */
export function barFeedsFor(mic: Mic): BarFeed[] {
  return [...barFeeds[mic]]
}

/** Feeds of live prices for an exchange, the first to ask first. */
export function quoteFeedsFor(mic: Mic): QuoteFeed[] {
  return [...quoteFeeds[mic]]
}

/** Minutes by which a feed's live prices of an exchange are late; 0 for a feed that has none. */
export function quoteLateMinutes(mic: Mic, feed: string): number {
  return quoteFeeds[mic].find(({ id }) => id === feed)?.lateMinutes(mic) ?? 0
}

/** Feeds of revenue for a company listed on an exchange, the first to ask first. */
export function revenueFeedsFor(mic: Mic): RevenueFeed[] {
  return [...revenueFeeds[mic]]
}

/** The revenue feed of an id. Throws a RangeError for an id that serves no revenue. */
export function revenueFeed(id: string): RevenueFeed {
  const feed = [secRevenue, eastmoneyRevenue].find((known) => known.id === id)
  if (feed === undefined) throw new RangeError(`"${id}" is no feed of revenue, expected sec or eastmoney-data`)
  return feed
}

/** The feed of currency rates. */
export const ratesFeed: RatesFeed = ecbRates

/** Ids of the feeds that serve a kind for an exchange, in order. Rates belong to no exchange. */
export function feedIdsFor(kind: FeedKind, mic: Mic): FeedId[] {
  if (kind === 'fx') return [ratesFeed.id]
  if (kind === 'revenue') return revenueFeedsFor(mic).map(({ id }) => id)
  if (kind === 'quotes') return quoteFeedsFor(mic).map(({ id }) => id)
  return barFeedsFor(mic)
    .filter(({ withoutActions }) => kind === 'bars' || !withoutActions)
    .map(({ id }) => id)
}

/** The display data of a feed. Throws a RangeError for an unknown id. */
export function feedInfoOf(id: string): FeedInfo {
  const info = feedInfo.find((known) => known.id === id)
  if (info === undefined)
    throw new RangeError(`"${id}" is no feed, expected one of ${feedInfo.map((f) => f.id).join(', ')}`)
  return info
}
