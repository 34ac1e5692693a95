import type { MarketState } from '@/lib/market/marketState'
import { type Age, AgeBadge } from './AgeBadge'
import { type LivePrice, QuoteBadge } from './QuoteBadge'

interface PriceBadgeProps {
  readonly quote: LivePrice | null
  readonly market: MarketState
  readonly age: Age
  readonly exchange: string
}

/** What the price of a listing is: of its live price what kind, of a close its age; of a live price that has been overtaken by sessions, how many are missing. */
export function PriceBadge({ quote, market, age, exchange }: PriceBadgeProps) {
  if (quote === null || (quote.stale && age.state === 'behind')) return <AgeBadge age={age} exchange={exchange} />
  return <QuoteBadge market={market} quote={quote} />
}
