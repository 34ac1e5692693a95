import type { MarketState } from '@/lib/market/marketState'
import { Badge } from './Badge'
import { useFormat } from './format/useFormat'
import { useTexts } from './i18n/texts'
import { commonTexts } from './messages/common'

/** A live price as the views give it. */
export interface LivePrice {
  readonly price: number
  readonly change: number | null
  readonly previousClose: number | null
  readonly at: string
  readonly session: string
  readonly lateMinutes: number
  readonly stale: boolean
  readonly source: { readonly name: string }
  readonly fetchedAt: string
}

/** The line that a live price shows on hover: of when it is, that it is not settled, and where it comes from. */
export function useQuoteTitle(): (quote: LivePrice) => string {
  const [{ quote: texts, source, fetched }, { moment }] = [useTexts(commonTexts), useFormat()]
  return ({ at, lateMinutes, source: { name }, fetchedAt }) =>
    [
      texts.of(moment(at)),
      ...(lateMinutes > 0 ? [texts.late(lateMinutes)] : []),
      source(name),
      fetched(moment(fetchedAt)),
    ].join(' · ')
}

/** What a price is that is not settled: live, of before the midday break, of a session that is over, or older than it should be. */
export function QuoteBadge({ market, quote }: { market: MarketState; quote: LivePrice }) {
  const [{ quote: texts }, title] = [useTexts(commonTexts), useQuoteTitle()]
  if (quote.stale) {
    return (
      <Badge tone="warn" title={title(quote)}>
        {texts.stale}
      </Badge>
    )
  }
  return (
    <Badge tone={market === 'open' ? 'good' : 'plain'} title={title(quote)}>
      {market === 'open' ? texts.live : market === 'lunch' ? texts.lunch : texts.unsettled}
    </Badge>
  )
}
