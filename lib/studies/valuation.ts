import type { RateOn } from '@/lib/analytics/valuation/money'
import { tradedCurrencies, type Valuation, valuationSeries } from '@/lib/analytics/valuation/series'
import { datedRateOn } from '@/lib/market/currency'
import { readActions, type StoredAction } from '@/lib/store/action/read'
import { type BarRange, readBars, type StoredBars } from '@/lib/store/bar/read'
import type { Queryable } from '@/lib/store/connection/sql'
import type { Listing } from '@/lib/store/listing/list'
import type { StoredRevenue } from '@/lib/store/revenue/read'
import { readRevenueVersions } from '@/lib/store/revenue/versions'
import { readShareCounts, type StoredShareCount } from '@/lib/store/shareCount/read'
import { type CrossRates, crossRates } from './crossRates'

/** One session's valuation with the stored figures behind it. */
export type ListingValuation = Valuation<StoredRevenue, StoredShareCount>

/** Valuations of a listing, the bars behind them (settled ones, alongside), and what the rates are from. */
export interface ListingValuations {
  readonly valuations: readonly ListingValuation[]
  readonly feed: readonly string[]
  readonly asOf: readonly Date[]
  readonly fetchedAt: readonly Date[]
  /** Feed of the newest rate that could be used; null when no rate was needed or none is stored. */
  readonly ratesFeed: string | null
}

export interface ValuationOptions extends BarRange {
  /** The company whose revenue and shares they are, a topic; null when there is none. */
  readonly company: string | null
  /** Currency of the market cap; null leaves it in the listing's. */
  readonly currency: string | null
}

type Split = Extract<StoredAction, { kind: 'split' }>

/** The crosses from each currency into each other one that is asked for. */
async function crosses(sql: Queryable, from: readonly string[], to: readonly string[]) {
  const pairs = [...new Set(from)].flatMap((base) =>
    [...new Set(to)].filter((quote) => quote !== base).map((quote) => ({ base, quote })),
  )
  const rates = await Promise.all(pairs.map(({ base, quote }) => crossRates(sql, base, quote)))
  const byPair = new Map<string, CrossRates>()
  for (const [i, { base, quote }] of pairs.entries()) {
    const cross = rates[i]
    if (cross) byPair.set(`${base}${quote}`, cross)
  }
  const rateOn: RateOn = (base, quote, date) => {
    const cross = byPair.get(`${base}${quote}`)
    return cross ? datedRateOn(cross.date, cross.rate, date) : null
  }
  return { rateOn, feed: rates.find(({ date }) => date.length > 0)?.feed ?? null }
}

function settledOf({ session, close, asOf, settled }: StoredBars) {
  return session.flatMap((date, i) => {
    const [price, closedAt] = [close[i], asOf[i]]
    return settled[i] && price !== undefined && closedAt ? [{ session: date, close: price, closedAt, index: i }] : []
  })
}

/**
 * The valuation of a listing at each settled session in `range`, as it was known at that session's close, by what could be known at `now`. The close is as
 * traded; a rate is the euro cross of the session's date (published in the afternoon in Frankfurt, so after Shanghai has closed) or of the last one before,
 * at most 7 days old.
 */
export async function listingValuations(
  sql: Queryable,
  { id, kind, currency }: Pick<Listing, 'id' | 'kind' | 'currency'>,
  { company, currency: wanted, ...range }: ValuationOptions,
  now: Date,
): Promise<ListingValuations> {
  const topics = company === null ? [] : [company]
  const [bars, revenue, counts, actions] = await Promise.all([
    readBars(sql, id, { ...range, asOf: now }),
    readRevenueVersions(sql, topics, now),
    readShareCounts(sql, topics, now),
    readActions(sql, id),
  ])
  const sessions = settledOf(bars)
  const own = revenue.map((figure) => figure.currency)
  const { rateOn, feed } = await crosses(
    sql,
    [...own, ...(wanted === null ? [] : [currency])],
    [...tradedCurrencies, currency, ...(wanted === null ? [] : [wanted])],
  )
  const splits = actions.filter((action): action is Split => action.kind === 'split')
  const valuations = valuationSeries({ kind, currency, wanted, sessions, revenue, counts, splits, rateOn })
  const column = <T>(of: readonly T[]) => sessions.flatMap(({ index }) => of[index] ?? [])
  return {
    valuations,
    feed: column(bars.feed),
    asOf: column(bars.asOf),
    fetchedAt: column(bars.fetchedAt),
    ratesFeed: feed,
  }
}
