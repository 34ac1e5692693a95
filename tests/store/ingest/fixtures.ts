import type { FeedBar, FeedBars, FeedContext } from '@/lib/feeds/types'
import type { BarSource, RefreshEnvironment, RefreshSources } from '@/lib/ingest/sources'
import { addMissingActions, type NewAction } from '@/lib/store/action/addMissing'
import { addMissingBars, type BarInput } from '@/lib/store/bar/write'
import { addMissingListings, type NewListing } from '@/lib/store/listing/addMissing'
import { listingBySymbol } from '@/lib/store/listing/list'
import { contextAt, type FreshStore } from '../../database/fresh'

let number = 0

/** A Shanghai listing of its own, tracked from `trackedFrom`, with a symbol at both test feeds. */
export async function newListing(store: FreshStore, over: Partial<NewListing> = {}) {
  const symbol = over.symbol ?? `T${++number}.SS`
  const listing: NewListing = {
    symbol,
    mic: 'XSHG',
    ticker: symbol,
    name: symbol,
    nameZh: symbol,
    kind: 'equity',
    currency: 'CNY',
    listedOn: null,
    trackedFrom: '2026-07-01',
    dividendsKnownTo: null,
    benchmark: null,
    secondBenchmark: null,
    position: 1,
    topics: [],
    feedSymbols: { first: symbol, second: symbol },
    ...over,
  }
  await addMissingListings(store, contextAt('2026-01-01T00:00:00Z'), [listing])
  const stored = await listingBySymbol(store.sql, symbol)
  if (!stored) throw new Error(`no listing ${symbol}`)
  return stored
}

export const bar = (session: string, close: string, over: Partial<FeedBar> = {}): FeedBar => ({
  session,
  open: close,
  high: close,
  low: close,
  close,
  volume: 1000n,
  ...over,
})

/** Puts settled bars into the store, as the bundle does. */
export async function storeBars(store: FreshStore, id: number, bars: readonly FeedBar[], actions: NewAction[] = []) {
  const ctx = contextAt('2026-07-01T00:00:00Z')
  const source = { feed: 'bundled', feedSymbol: 'x', fetchedAt: ctx.now }
  const inputs = bars.map((each): BarInput => ({ ...each, settled: true, asOf: new Date(`${each.session}T07:00:00Z`) }))
  await addMissingBars(store.sql, ctx, id, inputs, source)
  await addMissingActions(store.sql, ctx, id, actions, source)
}

type Answer = Partial<Omit<FeedBars, 'feed'>> | Error

/** A feed that answers what it is told to, within the range it is asked for, and remembers what it was asked. */
export function fakeFeed(id: string, answer: Answer | (() => Answer), delayMinutes = 30) {
  const asked: { from: string; to: string }[] = []
  const feed: BarSource = {
    id,
    name: `Feed ${id}`,
    delayMinutes,
    fetchBars: async ({ feedSymbol, from, to }, ctx: FeedContext) => {
      asked.push({ from, to })
      const said = typeof answer === 'function' ? answer() : answer
      if (said instanceof Error) throw said
      const bars = (said.bars ?? []).filter(({ session }) => session >= from && session <= to)
      return {
        feed: id,
        feedSymbol,
        currency: 'CNY',
        basis: 'split',
        actions: [],
        nullSessions: [],
        rejected: [],
        fetchedAt: ctx.now(),
        ...said,
        bars,
      }
    },
  }
  return { feed, asked }
}

/** An environment at a fixed moment with these feeds of bars; others may be given. */
export function environmentAt(
  store: FreshStore,
  now: string,
  feeds: readonly BarSource[],
  sources: Partial<RefreshSources> = {},
): RefreshEnvironment {
  const clock = () => new Date(now)
  return {
    store,
    actor: 'test',
    clock,
    sources: {
      barFeedsFor: () => feeds,
      revenueFeedsFor: () => [],
      quoteFeedsFor: () => [],
      ratesFeed: { id: 'rates', name: 'Rates', fetchRates: async () => ({ rows: [], rejected: [] }) },
      contextFor: () => ({ origin: null, contact: 'test', now: clock, timeoutMs: 1000, maxBytes: 1000 }),
      ...sources,
    },
  }
}

/** Everything stored of the listing's bars, as text, without fetch times. */
export async function storedLines(store: FreshStore, id: number): Promise<string[]> {
  const rows = await store.sql<{ line: string }[]>`
    SELECT concat_ws(',', session, trim_scale(open), trim_scale(high), trim_scale(low), trim_scale(close), volume, settled, as_of) AS line
    FROM bar WHERE listing_id = ${id} ORDER BY session`
  return rows.map(({ line }) => line)
}

/** The rows held back for a listing. */
export async function heldRows(store: FreshStore, id: number) {
  return store.sql<{ entity: string; key: string; feed: string; reason: string }[]>`
    SELECT entity, row_key AS key, feed, reason FROM quarantine WHERE listing_id = ${id} ORDER BY id`
}
