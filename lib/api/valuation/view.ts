import type { BarRange } from '@/lib/store/bar/read'
import { lastSettledCloses } from '@/lib/store/bar/read'
import type { Store } from '@/lib/store/connection/store'
import { listingBySymbol } from '@/lib/store/listing/list'
import { type ListingValuation, listingValuations } from '@/lib/studies/valuation'
import { companyOf } from '../listings/company'
import { metaOf } from './meta'
import { figureOf, reasonText } from './reason'
import type { ValuationView } from './schema'

export type { ListingValuation } from '@/lib/studies/valuation'
export type { ValuationView } from './schema'

export interface ValuationInput extends BarRange {
  readonly currency: 'local' | 'USD' | 'CNY'
}

/** The number a decimal figure stands for; null where it was refused. */
function numberOf(answer: object & { readonly value?: string }): number | null {
  return answer.value === undefined ? null : Number(answer.value)
}

function rateDateOf({ trailingIn, marketCap }: ListingValuation): string | null {
  const dates = [trailingIn.USD, trailingIn.CNY, marketCap].flatMap((answer) => figureOf(answer)?.rateDate ?? [])
  return dates.sort()[0] ?? null
}

function columnsOf(valuations: readonly ListingValuation[]): Omit<ValuationView, 'meta'> {
  const shares = valuations.map((one) => figureOf(one.shares))
  const trailing = valuations.map((one) => figureOf(one.trailing))
  return {
    session: valuations.map(({ session }) => session),
    close: valuations.map(({ close }) => Number(close)),
    revenueTtm: trailing.map((one) => one && Number(one.value)),
    revenueCurrency: trailing.map((one) => one?.currency ?? null),
    revenueTtmUsd: valuations.map(({ trailingIn }) => numberOf(trailingIn.USD)),
    revenueTtmCny: valuations.map(({ trailingIn }) => numberOf(trailingIn.CNY)),
    rateDate: valuations.map(rateDateOf),
    quarters: trailing.map((one) => one?.quarters.map(({ label }) => label) ?? []),
    precision: trailing.map((one) => one?.precision ?? null),
    derived: trailing.map((one) => one?.derived ?? null),
    quarter: valuations.map(({ newest }) => newest?.label ?? null),
    quarterKnownAt: valuations.map(({ newest }) => newest?.knownAt.toISOString() ?? null),
    yearOnYear: valuations.map(({ yearOnYear }) => numberOf(yearOnYear)),
    quarterOnQuarter: valuations.map(({ quarterOnQuarter }) => numberOf(quarterOnQuarter)),
    shares: shares.map((one) => one && Number(one.shares)),
    sharesStated: shares.map((one) => one && Number(one.count.shares)),
    sharesAsOf: shares.map((one) => one?.count.asOf ?? null),
    marketCap: valuations.map(({ marketCap }) => numberOf(marketCap)),
    priceToSales: valuations.map(({ priceToSales }) => numberOf(priceToSales)),
    reason: valuations.map(reasonText),
  }
}

/**
 * The valuation of a listing in a range (both ends included), each row as known at its session's close and all by what could be known at `now`; null when
 * there is no such listing.
 */
export async function valuationView(
  store: Store,
  symbol: string,
  { currency, ...range }: ValuationInput,
  now: Date,
): Promise<ValuationView | null> {
  const listing = await listingBySymbol(store.sql, symbol)
  if (listing === null) return null
  const company = await companyOf(store, listing)
  const wanted = currency === 'local' ? null : currency
  const options = { ...range, company: company?.slug ?? null, currency: wanted }
  const found = await listingValuations(store.sql, listing, options, now)
  return { ...columnsOf(found.valuations), meta: metaOf(listing, company, wanted ?? listing.currency, found) }
}

/** The valuation at the last settled session known at `now`, with the figures behind it and why others are missing; null without a session or listing. */
export async function latestValuation(store: Store, symbol: string, now: Date): Promise<LatestValuation | null> {
  const listing = await listingBySymbol(store.sql, symbol)
  const [last] = listing ? await lastSettledCloses(store.sql, listing.id, 1, now) : []
  if (listing === null || last === undefined) return null
  const company = await companyOf(store, listing)
  const options = { from: last.session, to: last.session, company: company?.slug ?? null, currency: null }
  const found = await listingValuations(store.sql, listing, options, now)
  const [valuation] = found.valuations
  return valuation ? { valuation, meta: metaOf(listing, company, listing.currency, found) } : null
}

/** One session's valuation and where it is from. */
export interface LatestValuation {
  readonly valuation: ListingValuation
  readonly meta: ValuationView['meta']
}
