import type { BarFeed, BarsRequest, QuoteFeed } from '../feed'
import { type FeedBars, type FeedContext, FeedError } from '../types'
import { fetchTencentBars, pathsFor } from './client'
import { tencent } from './info'
import { fetchTencentQuotes } from './quotes'
import { transformTencentBars } from './transform'

export { fetchTencentBars, partsOf, pathsFor, type RawTencentBars, type TencentPath } from './client'
export { tencent } from './info'
export { transformTencentQuotes } from './quotes'
export { lotOf } from './symbol'
export { transformTencentBars } from './transform'

const hasNothing = (error: unknown) =>
  error instanceof FeedError && (error.errorClass === 'empty' || error.errorClass === 'unknown-symbol')

async function fetchBars(request: BarsRequest, ctx: FeedContext): Promise<FeedBars> {
  const [first = 'general', second] = pathsFor(request.feedSymbol)
  try {
    return transformTencentBars(await fetchTencentBars(request, first, ctx), request)
  } catch (error) {
    if (second === undefined || !hasNothing(error)) throw error
    return transformTencentBars(await fetchTencentBars(request, second, ctx), request)
  }
}

/**
 * Tencent's daily bars of Shanghai and Hong Kong with their indices, unadjusted. Limits: 640 rows a request, no rate
 * published, no currency, no splits and dividends that a machine can read; its indices have
 * two places and lots of 100. Hong Kong is 15 minutes late; Shanghai is not, but the STAR market trades on at the
 * closing price until half an hour after the close, which adds to the volume: so 30 minutes of delay.
 */
export const tencentBars: BarFeed = {
  id: tencent.id,
  name: tencent.name,
  delayMinutes: 30,
  withoutActions: true,
  fetchBars,
}

/** Tencent's live prices of Shanghai and Hong Kong, all of a batch in one request. Shanghai's are as traded, Hong Kong's 15 minutes late. */
export const tencentQuotes: QuoteFeed = {
  id: tencent.id,
  name: tencent.name,
  lateMinutes: (mic) => (mic === 'XHKG' ? 15 : 0),
  fetchQuotes: fetchTencentQuotes,
}
