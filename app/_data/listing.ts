import type { Query } from '@/app/_ui/url'
import { hrefWith } from '@/app/_ui/url'
import { actionsView } from '@/lib/api/actions/view'
import { barsView } from '@/lib/api/bars/view'
import { eventsView } from '@/lib/api/events/view'
import { type IndicatorsInput, indicatorsView } from '@/lib/api/indicators/view'
import { listingsView, listingView } from '@/lib/api/listings/view'
import { milestonesView } from '@/lib/api/milestones/view'
import { missingView } from '@/lib/api/missing/view'
import { Problem } from '@/lib/api/problem/problem'
import { refreshesView } from '@/lib/api/refreshes/view'
import { revenueView } from '@/lib/api/revenue/view'
import { latestValuation } from '@/lib/api/valuation/view'
import { type Shown, shownStates } from './annotator'
import { readListingQuery, rowsOnPage, type WrongValue } from './listingQuery'
import { pageMoment, urlAt } from './moment'
import { latestSignals } from './signals'
import { pageStore } from './store'

/** Signals in the panel of a listing. */
const signalsShown = 8

/** The API's path of a listing. */
export function listingUrl(symbol: string): string {
  return `/api/v1/listings/${encodeURIComponent(symbol)}`
}

/** The indicators asked for; with the usual other side, and the reason, where the one asked for cannot be meant. */
async function indicatorsOf(symbol: string, input: IndicatorsInput, at: Date) {
  const { against, ...rest } = input
  const usual: IndicatorsInput = rest
  try {
    return { input, view: await indicatorsView(pageStore(), symbol, input, at), wrong: [] }
  } catch (error) {
    if (against === undefined || !(error instanceof Problem) || error.status >= 500) throw error
    const wrong: WrongValue[] = [{ name: 'against', value: against, expected: { kind: 'symbol' } }]
    return { input: usual, view: await indicatorsView(pageStore(), symbol, usual, at), wrong }
  }
}

/** The page of a table that can be shown, with what was wrong about the one asked for. */
function pageOf(asked: number, rows: number): { page: number; pages: number; wrong: WrongValue[] } {
  const pages = Math.max(1, Math.ceil(rows / rowsOnPage))
  if (asked <= pages) return { page: asked, pages, wrong: [] }
  const expected = { kind: 'number' as const, least: 1, most: pages }
  return { page: 1, pages, wrong: [{ name: 'page', value: String(asked), expected }] }
}

/**
 * Everything a listing's page shows for a query, read in process through the views of the API; null for an unknown symbol. What of the query cannot be used is
 * in `wrong`, with its default in its place. Drafts of events only when they are asked for.
 */
export async function listingData(symbol: string, query: Query, now: Date, shown: Shown = 'published') {
  const store = pageStore()
  const moment = pageMoment(query, now)
  const { at } = moment
  const asked = readListingQuery(query)
  const { adjust, window, against } = asked
  // As-traded closes jump at splits: no return is counted on them.
  const basis = adjust === 'total' ? ('total' as const) : ('split' as const)
  const listing = await listingView(store, symbol, at)
  if (!listing) return null
  const [bars, actions, revenue, valuation, missing, refreshes, indicators, events, milestones, listings, signals] =
    await Promise.all([
      barsView(store, symbol, { adjust }, at),
      actionsView(store, symbol),
      revenueView(store, symbol, at),
      latestValuation(store, symbol, at),
      missingView(store, symbol, at),
      refreshesView(store, symbol, at),
      indicatorsOf(symbol, { window, adjust: basis, ...(against === undefined ? {} : { against }) }, at),
      eventsView(
        store,
        { listing: symbol, status: shownStates[shown], ...(asked.results ? {} : { kind: 'event' as const }) },
        moment.asOf === null ? undefined : at,
      ),
      milestonesView(store, at),
      listingsView(store, at),
      latestSignals(at, signalsShown, symbol),
    ])
  if (!bars || !missing || !refreshes || !indicators.view) return null
  const { page, pages, wrong } = pageOf(asked.page, bars.session.length)
  const indicatorQuery = { window: String(window), adjust: basis, against: indicators.input.against }
  return {
    ...{ adjust, range: asked.range, style: asked.style, scale: asked.scale, window, basis },
    ...{ results: asked.results, page, pages },
    wrong: [...asked.wrong, ...indicators.wrong, ...wrong],
    listing,
    bars,
    actions: (actions?.items ?? []).filter(({ exDate }) => exDate <= at.toISOString().slice(0, 10)),
    revenue: revenue && revenue.label.length > 0 ? revenue : null,
    valuation: listing.kind === 'index' ? null : valuation,
    missing,
    refreshes,
    indicators: indicators.view,
    events: events.items,
    milestones: milestones.items,
    signals,
    others: listings.items.filter((one) => one.symbol !== symbol),
    now: at.toISOString(),
    moment,
    listingUrl: urlAt(listingUrl(symbol), moment),
    barsUrl: urlAt(`${listingUrl(symbol)}/bars?adjust=${adjust}`, moment),
    valuationUrl: urlAt(`${listingUrl(symbol)}/valuation?currency=local`, moment),
    indicatorsUrl: urlAt(hrefWith(`${listingUrl(symbol)}/indicators`, indicatorQuery, {}), moment),
    missingUrl: `${listingUrl(symbol)}/missing`,
  }
}

/** What a listing's page shows for a query. */
export type ListingData = NonNullable<Awaited<ReturnType<typeof listingData>>>
