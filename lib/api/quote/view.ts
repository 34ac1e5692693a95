import { quoteLateMinutes } from '@/lib/feeds/registry'
import { exchangeOf, isMic } from '@/lib/market/exchange'
import { type MarketState, marketState } from '@/lib/market/marketState'
import { tradingMinutes } from '@/lib/market/tradingTime'
import { localDate } from '@/lib/market/zone'
import { type SeriesStatus, seriesStatus } from '@/lib/store/bar/status'
import type { Store } from '@/lib/store/connection/store'
import type { Listing } from '@/lib/store/listing/list'
import { latestQuotes, type StoredQuote } from '@/lib/store/quote/read'
import { sourceView } from '../source/feedName'
import type { QuoteFigures, QuoteView } from './schema'

export type { QuoteFigures, QuoteView } from './schema'

/** Minutes of trading beyond what a feed is late, after which its price is stale: several polls that brought nothing. */
const patienceMinutes = 5

const numberOrNull = (text: string | null) => (text === null ? null : Number(text))

/** What an exchange does at `now`. */
export function marketOf(mic: string, now: Date): MarketState {
  return isMic(mic) ? marketState(mic, now) : 'unknown'
}

/** A stored live price at `now`, with its age in the time of its market; null for a listing of an exchange we do not know. */
export function quoteFigures(
  { mic }: Pick<Listing, 'mic'>,
  { lastSettledSession, lastClose, previousClose }: SeriesStatus,
  quote: StoredQuote,
  now: Date,
): QuoteFigures | null {
  if (!isMic(mic)) return null
  const session = localDate(quote.at, exchangeOf(mic).timeZone)
  const superseded = lastSettledSession !== null && lastSettledSession >= session
  // The feed's own close before knows of a split this morning; ours may not yet.
  const before = numberOrNull(quote.previousClose ?? (superseded ? previousClose : lastClose))
  const price = Number(quote.price)
  const minutes = tradingMinutes(mic, quote.at, now)
  const lateMinutes = quoteLateMinutes(mic, quote.feed)
  return {
    price,
    at: quote.at.toISOString(),
    session,
    previousClose: before,
    change: before === null ? null : Number((price / before - 1).toFixed(8)),
    open: numberOrNull(quote.open),
    high: numberOrNull(quote.high),
    low: numberOrNull(quote.low),
    volume: quote.volume === null ? null : Number(quote.volume),
    minutesOld: minutes === null ? null : Math.floor(minutes),
    lateMinutes,
    stale: minutes === null || minutes > lateMinutes + patienceMinutes,
    superseded,
    source: sourceView(quote.feed),
    fetchedAt: quote.fetchedAt.toISOString(),
  }
}

/** The newest live price of a listing at `now`, and what its exchange does then. */
export async function quoteView({ sql }: Pick<Store, 'sql'>, listing: Listing, now: Date): Promise<QuoteView> {
  const { id, symbol, currency, mic } = listing
  const [[quote], [status]] = await Promise.all([latestQuotes(sql, [id], now), seriesStatus(sql, [symbol], now)])
  const figures = quote && status ? quoteFigures(listing, status, quote, now) : null
  return { symbol, currency, market: marketOf(mic, now), quote: figures }
}
