import { localDate } from '@/lib/market/zone'
import type { QuotesRequest } from '../feed'
import { sixPlaces } from '../shared/decimal'
import { type FeedContext, FeedError, type FeedQuote, type QuoteAnswer } from '../types'
import { chartRows, readChart } from './chart'
import { fetchYahooBars } from './client'
import { yahoo } from './info'
import { barsOfRows } from './rows'
import type { RawYahooBars } from './transform'

const textOf = (value: number | null | undefined) =>
  value === null || value === undefined || value <= 0 ? null : sixPlaces(value)

/**
 * The live price of a chart of today: price and moment from its `meta`, open, high, low and volume from the row of the same session (where there is none, what `meta` has
 * of them). Throws a FeedError: `empty` when it names no price or no moment, else as `readChart`.
 */
export function transformYahooQuote(raw: RawYahooBars): FeedQuote {
  const { feedSymbol, fetchedAt } = raw
  const chart = readChart(raw.chart, feedSymbol)
  const { meta } = chart
  const time = meta.regularMarketTime
  const price = textOf(meta.regularMarketPrice)
  if (price === null || time === null || time === undefined) {
    throw new FeedError(yahoo.id, 'empty', `${yahoo.name} has no live price of ${feedSymbol}`)
  }
  const at = time instanceof Date ? time : new Date(time * 1000)
  const session = localDate(at, meta.exchangeTimezoneName)
  const [bar] = barsOfRows(chartRows(chart, feedSymbol).filter((row) => row.session === session)).bars
  const volume = meta.regularMarketVolume
  return {
    feed: yahoo.id,
    feedSymbol,
    currency: meta.currency ?? null,
    at,
    price,
    open: bar?.open ?? null,
    high: bar?.high ?? textOf(meta.regularMarketDayHigh),
    low: bar?.low ?? textOf(meta.regularMarketDayLow),
    previousClose: textOf(meta.chartPreviousClose),
    volume: bar ? bar.volume : volume === null || volume === undefined ? null : BigInt(Math.round(volume)),
    fetchedAt,
  }
}

/**
 * The live prices of a batch, from the chart of today of each symbol, four at a time. Yahoo's `v7/finance/quote` would answer a batch in one request, but only with a crumb: a
 * cookie from a page that sends Europe to a form of consent, and a token that data centres are refused (429). The chart needs neither, and its row of the day has the
 * open, high, low and volume that the day's bar is made of. Never throws a FeedError: each symbol has its own answer.
 */
export async function fetchYahooQuotes(
  { feedSymbols, timeZone }: QuotesRequest,
  ctx: FeedContext,
): Promise<QuoteAnswer[]> {
  const today = localDate(ctx.now(), timeZone)
  return Promise.all(
    feedSymbols.map(async (feedSymbol): Promise<QuoteAnswer> => {
      try {
        const raw = await fetchYahooBars({ feedSymbol, timeZone, from: today, to: today }, ctx)
        return { feedSymbol, quote: transformYahooQuote(raw) }
      } catch (error) {
        if (error instanceof FeedError) return { feedSymbol, error }
        throw error
      }
    }),
  )
}
