import { tradingDaysAYear } from '@/lib/analytics/indicators/volatility'
import { isRefusal } from '@/lib/analytics/refusal'
import { indexAtOrAfter, indexAtOrBefore } from '@/lib/market/dateIndex'
import type { BarRange } from '@/lib/store/bar/read'
import type { Store } from '@/lib/store/connection/store'
import { type Listing, listingBySymbol } from '@/lib/store/listing/list'
import { columnOrNothing } from '@/lib/studies/indicators/columns'
import {
  type Beside,
  type IndicatorBasis,
  type ListingIndicators,
  listingIndicators,
  usualPartner,
} from '@/lib/studies/indicators/listingIndicators'
import { adjustmentNote } from '../bars/adjustmentNote'
import { findListing } from '../listings/find'
import { wrongParameter } from '../problem/problem'
import { bundledFeed } from '../source/feedName'
import { latest, sourceRanges } from '../source/range'
import { formulas, ruleText } from './formulas'
import type { IndicatorPartner, IndicatorsView } from './schema'

export type { IndicatorPartner, IndicatorsView } from './schema'

export interface IndicatorsInput extends BarRange {
  /** Returns in a window. */
  readonly window: number
  readonly adjust: IndicatorBasis
  /** What the correlation is with; the other side of the argument, else the benchmark, when absent. */
  readonly against?: string
}

function partnerOf({ listing, rule, closes, result }: Beside): IndicatorPartner {
  const refusal = isRefusal(result) ? result : null
  return {
    symbol: listing?.symbol ?? null,
    name: listing?.name ?? null,
    nameZh: listing?.nameZh ?? null,
    currency: listing?.currency ?? null,
    sessions: rule,
    rule: rule && ruleText(rule),
    sources: closes ? sourceRanges(closes.session, closes.feed) : [],
    refused: refusal?.refused ?? null,
    detail: refusal?.detail ?? null,
  }
}

async function partners(store: Store, listing: Listing, asked: string | undefined) {
  if (asked === listing.symbol)
    throw wrongParameter('against', `expected another listing than ${listing.symbol} itself`)
  const found = (symbol: string | null) => (symbol === null ? null : listingBySymbol(store.sql, symbol))
  const [benchmark, against] = await Promise.all([
    found(listing.benchmark),
    asked === undefined ? found(usualPartner(listing)) : findListing(store, asked, 'against'),
  ])
  return { benchmark, against }
}

function columnsOf({ closes, own, beta, correlation }: ListingIndicators, { from = '', to = '9999-12-31' }: BarRange) {
  const { length } = closes.session
  const [first, end] = [indexAtOrAfter(closes.session, from), indexAtOrBefore(closes.session, to) + 1]
  const cut = <Cell>(column: readonly Cell[]) => column.slice(first, end)
  return {
    session: cut(closes.session),
    close: cut(closes.close),
    high: cut(own.high),
    drawdown: cut(own.drawdown),
    volatility: cut(own.volatility),
    benchmarkSession: cut(columnOrNothing(beta.result, ({ session }) => session, length)),
    benchmarkClose: cut(columnOrNothing(beta.result, ({ close }) => close, length)),
    beta: cut(columnOrNothing(beta.result, ({ value }) => value, length)),
    againstSession: cut(columnOrNothing(correlation.result, ({ session }) => session, length)),
    againstClose: cut(columnOrNothing(correlation.result, ({ close }) => close, length)),
    correlation: cut(columnOrNothing(correlation.result, ({ value }) => value, length)),
  }
}

/**
 * The indicators of a listing in a range (both ends included), counted over all its settled sessions as known at `now`; null when there is no such listing.
 * Throws a Problem that names `against` for an unknown symbol or the listing itself.
 */
export async function indicatorsView(
  store: Store,
  symbol: string,
  { window, adjust, against: asked, ...range }: IndicatorsInput,
  now: Date,
): Promise<IndicatorsView | null> {
  const listing = await listingBySymbol(store.sql, symbol)
  if (listing === null) return null
  const options = { basis: adjust, window, ...(await partners(store, listing, asked)) }
  const found = await listingIndicators(store.sql, listing, options, now)
  const { closes, own, beta, correlation } = found
  const columns = columnsOf(found, range)
  const last = closes.session.at(-1) ?? null
  return {
    ...columns,
    meta: {
      symbol,
      name: listing.name,
      nameZh: listing.nameZh,
      mic: listing.mic,
      currency: listing.currency,
      adjustment: adjust,
      adjustmentNote: adjustmentNote(adjust, listing, last)?.en ?? null,
      window,
      returns: 'log',
      periodsPerYear: tradingDaysAYear,
      formulas: formulas(window),
      deepest: own.deepest && { ...own.deepest },
      benchmark: partnerOf(beta),
      against: partnerOf(correlation),
      sources: sourceRanges(closes.session, closes.feed),
      bundledTo: closes.feed.at(-1) === bundledFeed ? last : null,
      asOf: latest(closes.asOf),
      fetchedAt: latest(closes.fetchedAt),
      rows: columns.session.length,
    },
  }
}
