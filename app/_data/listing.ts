import { type Query, queryValue } from '@/app/_ui/url'
import { actionsView } from '@/lib/api/actions/view'
import { barsView } from '@/lib/api/bars/view'
import { eventsView } from '@/lib/api/events/view'
import { listingView } from '@/lib/api/listings/view'
import { missingView } from '@/lib/api/missing/view'
import { revenueView } from '@/lib/api/revenue/view'
import { latestValuation } from '@/lib/api/valuation/view'
import { pageMoment, urlAt } from './moment'
import { pageStore } from './store'

export const adjustments = ['split', 'raw', 'total'] as const
export type Adjustment = (typeof adjustments)[number]

export const ranges = ['3m', '6m', '1y', 'all'] as const
export type Range = (typeof ranges)[number]

/** The API's path of a listing. */
export function listingUrl(symbol: string): string {
  return `/api/v1/listings/${encodeURIComponent(symbol)}`
}

/** Everything a listing's page shows for a query, read in process through the views of the API; null for an unknown symbol. */
export async function listingData(symbol: string, query: Query, now: Date) {
  const store = pageStore()
  const moment = pageMoment(query, now)
  const { at } = moment
  const adjust = adjustments.find((one) => one === queryValue(query, 'adjust')) ?? 'split'
  const range = ranges.find((one) => one === queryValue(query, 'range')) ?? 'all'
  const [listing, bars, actions, revenue, valuation, missing, events] = await Promise.all([
    listingView(store, symbol, at),
    barsView(store, symbol, { adjust }, at),
    actionsView(store, symbol),
    revenueView(store, symbol, at),
    latestValuation(store, symbol, at),
    missingView(store, symbol, at),
    eventsView(
      store,
      { listing: symbol, ...(queryValue(query, 'results') === 'shown' ? {} : { kind: 'event' as const }) },
      moment.asOf === null ? undefined : at,
    ),
  ])
  if (!listing || !bars) return null
  return {
    adjust,
    range,
    listing,
    bars,
    actions: (actions?.items ?? []).filter(({ exDate }) => exDate <= at.toISOString().slice(0, 10)),
    revenue,
    valuation,
    missing,
    events: events.items,
    now: at.toISOString(),
    moment,
    listingUrl: urlAt(listingUrl(symbol), moment),
    barsUrl: urlAt(`${listingUrl(symbol)}/bars?adjust=${adjust}`, moment),
    valuationUrl: urlAt(`${listingUrl(symbol)}/valuation?currency=local`, moment),
  }
}
