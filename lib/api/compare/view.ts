import { addDays } from '@/lib/market/date'
import type { Store } from '@/lib/store/connection/store'
import type { Listing } from '@/lib/store/listing/list'
import { type ComparedSeries, comparedSeries } from '@/lib/studies/compare'
import type { Watch } from '@/lib/studies/watch'
import { adjustmentNote } from '../bars/adjustmentNote'
import { findListing } from '../listings/find'
import { digest } from '../memory/digest'
import { remembered } from '../memory/remember'
import { bundledFeed, type SourceView, sourceOf } from '../source/feedName'
import { type FoundBase, findBase } from './base'
import { BaseRefusal } from './refusal'
import type { ComparedSeriesView, CompareView } from './schema'
import { joined, leftOutWords, problemWords } from './words'

export type { ComparedSeriesView, CompareView } from './schema'

/** How many listings are compared at most: more lines cannot be told apart. */
export const mostCompared = 6

export interface CompareInput {
  /** Yahoo's, each once. */
  readonly symbols: readonly string[]
  /** A date, or `event:` and a slug; when absent, the first date that all have. */
  readonly rebase?: string
  readonly currency: 'local' | 'USD' | 'CNY'
  readonly adjust?: 'split' | 'total'
  readonly from?: string
  readonly to?: string
  /** `all` takes the bars of running sessions as well. */
  readonly settled?: 'only' | 'all'
}

/** A comparison with everything it was computed from. */
export interface Comparison {
  readonly base: FoundBase['view']
  readonly listings: readonly Listing[]
  /** In the order of the listings. */
  readonly series: readonly ComparedSeries[]
  readonly meta: CompareView['meta']
}

const rules = {
  date: 'The last session at or before the date',
  event: 'The last session before day 0 of the event on each exchange',
}

/** Where the rates of a conversion come from and how far they go; null when nothing was converted. */
export function ratesOf({ series }: Pick<Comparison, 'series'>): { source: SourceView | null; to: string } | null {
  const [first] = series.flatMap(({ rates }) => rates ?? [])
  return first === undefined ? null : { source: sourceOf(first.feed), to: first.lastDate }
}

function conversionText(series: readonly ComparedSeries[]): string | null {
  const rates = ratesOf({ series })
  if (rates === null) return null
  const source = `${rates.source?.name ?? 'stored rates'}, rates to ${rates.to}`
  return `Each close by the cross of the euro reference rates of its date, or of the last one before, at most 7 days old (${source})`
}

async function compared(store: Store, input: CompareInput, now: Date, watch: Watch): Promise<Comparison> {
  const { symbols, rebase, currency, adjust = 'split', from, to, settled = 'only' } = input
  await Promise.all([
    ...symbols.map((symbol) => watch.listing(symbol)),
    ...(rebase?.startsWith('event:') ? [watch.events()] : []),
  ])
  // How late a base may be is told by the day.
  watch.until(new Date(`${addDays(now.toISOString().slice(0, 10), 1)}T00:00:00Z`))
  const listings = await Promise.all(symbols.map((symbol) => findListing(store, symbol, 'symbols')))
  const currencies = [...new Set([currency, ...listings.map((listing) => listing.currency)])]
  if (currency !== 'local') await watch.rates(currencies)
  const base = await findBase(store, rebase, symbols, now)
  const options = {
    base: base.rule,
    currency: currency === 'local' ? null : currency,
    ...{ adjust, from, to },
    settledOnly: settled === 'only',
  }
  const series = await Promise.all(listings.map((listing) => comparedSeries(store.sql, listing, options, now)))
  const problems = series.map(({ problem }, i) => problem && problemWords(symbols[i] ?? '', problem))
  const why = problems.every((problem) => problem !== null) ? joined(problems) : null
  if (why !== null) {
    throw new BaseRefusal({
      en: `expected a base that a series reaches. ${why.en}`,
      zh: `应为有行情可及的基准。${why.zh}`,
    })
  }
  return {
    base: base.view,
    listings,
    series,
    meta: {
      ...{ adjustment: adjust, currency, settled, rule: rules[base.view.kind] },
      conversion: conversionText(series),
    },
  }
}

/**
 * Adjusted closes of some listings as percent of their base session's, with what they were computed from, as known at `now`. Throws a Problem for an unknown symbol or event,
 * and a `BaseRefusal` for a base that none of the series reaches; a series that alone cannot be based is empty.
 * Remembered until something changes that it was made of.
 */
export function comparison(store: Store, input: CompareInput, now: Date): Promise<Comparison> {
  const { symbols, rebase, currency, adjust, from, to, settled } = input
  const key = `compare ${digest([symbols, rebase, currency, adjust, from, to, settled])}`
  return remembered(store, key, now, (watch) => compared(store, input, now, watch), { settledOnly: settled !== 'all' })
}

/** What a reader has to know of a series: why it has no values, or what is not whole about it. */
export function seriesNote(listing: Listing, one: ComparedSeries, adjust: 'split' | 'total') {
  if (one.problem !== null) return problemWords(listing.symbol, one.problem)
  return joined([leftOutWords(listing.symbol, one.withoutRate), adjustmentNote(adjust, listing, one.lastSession)])
}

function seriesOf(listing: Listing, one: ComparedSeries, adjust: 'split' | 'total'): ComparedSeriesView {
  const { symbol, name, nameZh, mic } = listing
  const note = seriesNote(listing, one, adjust)
  return {
    ...{ symbol, name, nameZh, mic, currency: one.currency, baseSession: one.baseSession },
    baseClose: one.baseClose === null ? null : Number(one.baseClose),
    ...{ session: one.session, value: one.value, stats: one.stats, settledTo: one.settledTo },
    source: sourceOf(one.feed),
    bundledTo: one.feed === bundledFeed ? one.lastSession : null,
    asOf: one.asOf?.toISOString() ?? null,
    fetchedAt: one.fetchedAt?.toISOString() ?? null,
    note: note?.en ?? null,
    noteZh: note?.zh ?? null,
  }
}

/** The view of a comparison. */
export function viewOf({ base, listings, series, meta }: Comparison): CompareView {
  return {
    base,
    series: listings.flatMap((listing, i) => (series[i] ? [seriesOf(listing, series[i], meta.adjustment)] : [])),
    meta,
  }
}

/** `comparison` as the API gives it; throws what that throws. */
export async function compareView(store: Store, input: CompareInput, now: Date): Promise<CompareView> {
  return viewOf(await comparison(store, input, now))
}
