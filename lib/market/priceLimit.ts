import { Decimal } from 'decimal.js'
import type { Mic } from './exchange'
import type { ListingKind } from './tick'
import { roundToTick } from './tick'

/** Sessions after a listing in which Shanghai knows no price limit. */
export const sessionsWithoutLimit = 5

/**
 * The share of the reference price that one session may move a price by the exchange's rule; null where there is no limit. Shanghai's main board (codes
 * 60....) has 10 %, all else at most 20 %; an index moves at most as its members do. Source: Shanghai Stock Exchange, trading rules and STAR market rules.
 */
export function priceLimit({ mic, kind, symbol }: { mic: Mic; kind: ListingKind; symbol: string }): number | null {
  if (mic !== 'XSHG') return null
  return kind !== 'index' && /^60\d{4}\./.test(symbol) ? 0.1 : 0.2
}

/**
 * Whether a close stands at the limit: the reference price (the close before, divided by the ratio of a split that day; decimals) times 1 ± `share`,
 * rounded to the tick. A price that stands there could have gone further.
 */
export function limitReached(of: {
  close: string
  reference: string
  share: number
  tick: string
}): 'up' | 'down' | null {
  const close = new Decimal(of.close)
  const bound = (factor: Decimal) => roundToTick(new Decimal(of.reference).times(factor), of.tick)
  if (close.gte(bound(new Decimal(1).plus(of.share)))) return 'up'
  return close.lte(bound(new Decimal(1).minus(of.share))) ? 'down' : null
}
