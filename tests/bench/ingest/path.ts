import { setImmediate } from 'node:timers/promises'
import { transformYahooBars, yahooBars } from '@/lib/feeds/yahoo'
import { planBars, type StoredSeries } from '@/lib/ingest/planBars'
import { storedSeries } from '@/lib/ingest/storedSeries'
import { type BarBatch, writeBarsOf } from '@/lib/store/bar/writeMany'
import type { Store } from '@/lib/store/connection/store'
import { mic, now, symbolOf } from './data'

const ctx = { actor: 'bench', scopes: ['ingest'] as const, now }
const from = '2015-01-02'

/** Milliseconds of this process at work on the steps, all listings together. */
export interface Steps {
  parse: number
  judge: number
}

export const noSteps = (): Steps => ({ parse: 0, judge: 0 })

/** What is stored of a listing, to hold its answer against. */
export const storedOf = (store: Store, listing: number) => storedSeries(store.sql, listing + 1, from)

/** One listing's answer up to what is to be stored of it: read, held against what is stored, and judged, as a refresh does. */
export function planned(listing: number, text: string, stored: StoredSeries, steps: Steps): BarBatch {
  const began = performance.now()
  const feedSymbol = symbolOf(listing)
  const chart = (JSON.parse(text) as { chart: { result: unknown[] } }).chart.result[0]
  const fed = transformYahooBars({ feedSymbol, chart, fetchedAt: now }, { from, to: '2026-10-31' })
  const parsed = performance.now()
  const about = { symbol: feedSymbol, mic, kind: 'equity', currency: 'USD' } as const
  const plan = planBars(fed, about, stored, yahooBars, now)
  steps.parse += parsed - began
  steps.judge += performance.now() - parsed
  if (plan.refusal !== null || plan.held.length > 0)
    throw new Error(`${feedSymbol}: ${plan.refusal ?? 'rows are held'}`)
  return { listingId: listing + 1, bars: plan.bars, source: { feed: fed.feed, feedSymbol, fetchedAt: now } }
}

/** So many listings go into one transaction. */
export const listingsAtOnce = 10

/** The bars of many listings into the store, a transaction for every few; how many rows were added and changed. */
export async function written(store: Store, batches: readonly BarBatch[]): Promise<number> {
  let rows = 0
  for (let i = 0; i < batches.length; i += listingsAtOnce) {
    for (const { added, changed } of await writeBarsOf(store.sql, ctx, batches.slice(i, i + listingsAtOnce))) {
      rows += added + changed
    }
  }
  return rows
}

/** The plans of some listings, from `first` on. */
async function plannedTogether(store: Store, first: number, texts: readonly string[], steps: Steps) {
  // What is stored of one is read while another is judged.
  const stored = texts.map((_, i) => storedOf(store, first + i))
  for (const one of stored) one.catch(() => undefined)
  const batches: BarBatch[] = []
  for (const [i, text] of texts.entries()) {
    const known = await stored[i]
    if (known !== undefined) batches.push(planned(first + i, text, known, steps))
    // The server that writes the listings before these waits for its next piece.
    await setImmediate()
  }
  return batches
}

/** The whole path from the feed's text to the notices of the commit: while the server writes some listings the next ones are worked out. */
export async function wholePath(store: Store, texts: readonly string[], steps: Steps): Promise<number> {
  let writing: Promise<number> = Promise.resolve(0)
  let rows = 0
  for (let i = 0; i < texts.length; i += listingsAtOnce) {
    const batches = await plannedTogether(store, i, texts.slice(i, i + listingsAtOnce), steps)
    rows += await writing
    writing = written(store, batches)
    writing.catch(() => undefined)
  }
  return rows + (await writing)
}
