import type { Store } from '@/lib/store/connection/store'
import type { Listing } from '@/lib/store/listing/list'
import { type ComparedSeries, comparedSeries } from '@/lib/studies/compare'
import { findListing } from '../listings/find'
import { wrongParameter } from '../problem/problem'
import { bundledFeed, feedName, sourceOf } from '../source/feedName'
import { findBase } from './base'
import type { ComparedSeriesView, CompareView } from './schema'

export type { ComparedSeriesView, CompareView } from './schema'

export interface CompareInput {
  /** Yahoo's, each once. */
  readonly symbols: readonly string[]
  /** A date, or `event:` and a slug; when absent, the first date that all have. */
  readonly rebase?: string
  readonly currency: 'local' | 'USD' | 'CNY'
  readonly from?: string
  readonly to?: string
  /** `all` takes the bars of running sessions as well. */
  readonly settled?: 'only' | 'all'
}

const rules = {
  date: 'The last session at or before the date',
  event: 'The last session before day 0 of the event on each exchange',
}

function leftOut(sessions: readonly string[]): string | null {
  const [first, last] = [sessions[0], sessions.at(-1)]
  if (first === undefined) return null
  return `${sessions.length} sessions from ${first} to ${last} are left out: no currency rate stands for them`
}

function seriesOf({ symbol, name, mic }: Listing, one: ComparedSeries): ComparedSeriesView {
  return {
    symbol,
    name,
    mic,
    currency: one.currency,
    baseSession: one.baseSession,
    baseClose: one.baseClose === null ? null : Number(one.baseClose),
    session: one.session,
    value: one.value,
    source: sourceOf(one.feed),
    bundledTo: one.feed === bundledFeed ? one.lastSession : null,
    note: one.problem ?? leftOut(one.withoutRate),
  }
}

function conversionText(series: readonly ComparedSeries[]): string | null {
  const rates = series.flatMap((one) => one.rates ?? [])
  const [first] = rates
  if (first === undefined) return null
  const source = `${first.feed === null ? 'stored rates' : feedName(first.feed)}, rates to ${first.lastDate}`
  return `Each close by the cross of the euro reference rates of its date, or of the last one before, at most 7 days old (${source})`
}

/**
 * Split-adjusted closes of some listings as percent of their base session's. Throws a Problem for an unknown symbol or event, and for a base that
 * none of the series reaches; a series that alone cannot be based is empty with a note.
 */
export async function compareView(store: Store, input: CompareInput, now: Date): Promise<CompareView> {
  const { symbols, rebase, currency, from, to, settled = 'only' } = input
  const listings = await Promise.all(symbols.map((symbol) => findListing(store, symbol, 'symbols')))
  const base = await findBase(store, rebase, symbols, now)
  const options = {
    base: base.rule,
    currency: currency === 'local' ? null : currency,
    from,
    to,
    settledOnly: settled === 'only',
  }
  const series = await Promise.all(listings.map((listing) => comparedSeries(store.sql, listing, options, now)))
  if (series.length > 0 && series.every(({ problem }) => problem !== null)) {
    throw wrongParameter(
      'rebase',
      `expected a base that a series reaches. ${series.map(({ problem }) => problem).join('. ')}`,
    )
  }
  return {
    base: base.view,
    series: listings.flatMap((listing, i) => (series[i] ? [seriesOf(listing, series[i])] : [])),
    meta: { adjustment: 'split', currency, settled, rule: rules[base.view.kind], conversion: conversionText(series) },
  }
}
