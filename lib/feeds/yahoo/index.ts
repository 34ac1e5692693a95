import type { BarFeed, QuoteFeed } from '../feed'
import { fetchYahooBars } from './client'
import { yahoo } from './info'
import { fetchYahooQuotes } from './quotes'
import { transformYahooBars } from './transform'

export { fetchYahooBars } from './client'
export { yahoo } from './info'
export { transformYahooQuote } from './quotes'
export { type RawYahooBars, transformYahooBars } from './transform'

/**
 * Yahoo's daily chart: all four exchanges and their indices, decades back, with splits and dividends. Limits: no published rate (4 requests at a time here), prices
 * divided by later splits, a delisted symbol loses its whole history, and there is no promise that any of it stays. Shanghai and Hong Kong are delayed
 * by up to 20 minutes; half an hour after the close covers that and Hong Kong's closing auction.
 */
export const yahooBars: BarFeed = {
  id: yahoo.id,
  name: yahoo.name,
  delayMinutes: 30,
  fetchBars: async (request, ctx) => transformYahooBars(await fetchYahooBars(request, ctx), request),
}

/**
 * Yahoo's live prices: all four exchanges and their indices. New York's come as they are traded, Shanghai's and Hong Kong's up to 20 minutes later; the moment that
 * comes with a price is that of its trade.
 */
export const yahooQuotes: QuoteFeed = {
  id: yahoo.id,
  name: yahoo.name,
  lateMinutes: (mic) => (mic === 'XSHG' || mic === 'XHKG' ? 20 : 0),
  fetchQuotes: fetchYahooQuotes,
}
