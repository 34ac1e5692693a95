import type { FeedBars } from '@/lib/feeds/types'
import type { HeldRow } from '@/lib/store/quarantine/hold'

/** Feeds whose format has no field for a currency: there the exchange's own is meant. Any other feed that leaves it out is refused. */
const withoutCurrency: ReadonlySet<string> = new Set(['tencent', 'eastmoney'])

/** Whether a feed's format has no field for a currency. */
export const namesNoCurrency = (feed: string) => withoutCurrency.has(feed)

/** Why an answer is not in the listing's currency, with the whole answer to be held as one row; null when it is. */
export function currencyProblem(
  fed: FeedBars,
  expected: string,
  name: string,
  symbol: string,
): { message: string; held: HeldRow } | null {
  if (fed.currency === expected || (fed.currency === null && namesNoCurrency(fed.feed))) return null
  const message = `${name} gives ${symbol} in ${fed.currency ?? 'no currency'}, expected ${expected}`
  const payload = { currency: fed.currency, feedSymbol: fed.feedSymbol, bars: fed.bars, actions: fed.actions }
  return { message, held: { entity: 'bar', key: 'currency', reason: message, payload } }
}
