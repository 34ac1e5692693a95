import type { Basis } from '@/lib/market/adjustment'
import type { Listing } from '@/lib/store/listing/list'

/** What a reader has to know about an adjustment that is not whole; null when nothing is amiss. `lastSession` is the last one stored. */
export function adjustmentNote(
  basis: Basis,
  { symbol, kind, dividendsKnownTo }: Pick<Listing, 'symbol' | 'kind' | 'dividendsKnownTo'>,
  lastSession: string | null,
): string | null {
  if (basis !== 'total') return null
  if (kind === 'index') {
    return `${symbol} is a price index: the dividends of its members are not in it, so total is the same as split`
  }
  if (dividendsKnownTo === null) {
    return `The cash dividends of ${symbol} are not known to be complete: prices are lowered only by those listed under its actions`
  }
  if (lastSession === null || dividendsKnownTo >= lastSession) return null
  return `The cash dividends of ${symbol} are known to be complete only up to ${dividendsKnownTo}: one after that would lower every price before it`
}
