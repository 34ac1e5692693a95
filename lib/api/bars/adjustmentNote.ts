import type { Basis } from '@/lib/market/adjustment'
import type { Listing } from '@/lib/store/listing/list'

/** A note in both languages of the pages. */
export interface Note {
  readonly en: string
  readonly zh: string
}

/** What a reader has to know about an adjustment that is not whole; null when nothing is amiss. `lastSession` is the last one stored. */
export function adjustmentNote(
  basis: Basis,
  { symbol, kind, dividendsKnownTo }: Pick<Listing, 'symbol' | 'kind' | 'dividendsKnownTo'>,
  lastSession: string | null,
): Note | null {
  if (basis !== 'total') return null
  if (kind === 'index') {
    return {
      en: `${symbol} is a price index: the dividends of its members are not in it, so total is the same as split`,
      zh: `${symbol} 是价格指数，不含成分股的股息，因此全收益与拆股调整相同`,
    }
  }
  if (dividendsKnownTo === null) {
    return {
      en: `The cash dividends of ${symbol} are not known to be complete: prices are lowered only by those listed under its actions`,
      zh: `${symbol} 的现金股息不确定是否完整：只按“公司行动”中列出的股息下调价格`,
    }
  }
  if (lastSession === null || dividendsKnownTo >= lastSession) return null
  return {
    en: `The cash dividends of ${symbol} are known to be complete only up to ${dividendsKnownTo}: one after that would lower every price before it`,
    zh: `${symbol} 的现金股息只确定完整到 ${dividendsKnownTo}：此后若有股息，之前的价格都会下调`,
  }
}
