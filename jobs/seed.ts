import { isMic } from '@/lib/market/exchange'
import { sessionClose } from '@/lib/market/sessions'
import { addMissingActions } from '@/lib/store/action/addMissing'
import { addMissingBars, type BarInput } from '@/lib/store/bar/write'
import { addMissingClaims } from '@/lib/store/claim/addMissing'
import type { Store } from '@/lib/store/connection/store'
import type { CommandContext } from '@/lib/store/context'
import { addMissingEvents } from '@/lib/store/event/addMissing'
import { addMissingListings } from '@/lib/store/listing/addMissing'
import { listListings } from '@/lib/store/listing/list'
import { addMissingMilestones } from '@/lib/store/milestone/addMissing'
import { writeRates } from '@/lib/store/rate/write'
import { addMissingRevenue } from '@/lib/store/revenue/write'
import { addMissingRules } from '@/lib/store/rule/addMissing'
import { addMissingTopics } from '@/lib/store/topic/addMissing'
import {
  actions,
  bundledBars,
  bundledRates,
  bundledSymbols,
  claims,
  events,
  listings,
  milestones,
  revenue,
  rules,
  topics,
} from '@/prisma/seed'

/** Rows added by a seed, by what they are; all zero when everything was there. */
export type SeedCounts = Readonly<
  Record<
    'topics' | 'listings' | 'bars' | 'actions' | 'revenue' | 'rates' | 'events' | 'claims' | 'milestones' | 'rules',
    number
  >
>

function barsOf(symbol: string, mic: string): BarInput[] {
  if (!isMic(mic)) throw new Error(`Bundled figures of ${symbol}: expected a known exchange, got "${mic}"`)
  const columns = bundledBars(symbol)
  const at = (column: readonly string[], row: number): string => {
    const value = column[row]
    if (value === undefined) throw new Error(`Bundled figures of ${symbol}: row ${row + 1} is not whole`)
    return value
  }
  return columns.session.map((session, row) => ({
    session,
    open: at(columns.open, row),
    high: at(columns.high, row),
    low: at(columns.low, row),
    close: at(columns.close, row),
    volume: columns.volume[row] ?? null,
    settled: true,
    asOf: sessionClose(mic, session),
  }))
}

async function seedSeries(store: Store, ctx: CommandContext): Promise<{ bars: number; actions: number }> {
  const source = { feed: 'bundled', fetchedAt: ctx.now }
  const counts = { bars: 0, actions: 0 }
  const bundled = new Set<string>(bundledSymbols)
  for (const { id, symbol, mic } of await listListings(store.sql)) {
    const ours = actions.filter((action) => action.symbol === symbol)
    const added = await addMissingActions(
      store.sql,
      ctx,
      id,
      ours.map((action) =>
        action.kind === 'split'
          ? { ...action, numerator: action.ratioNumerator, denominator: action.ratioDenominator }
          : action,
      ),
      source,
    )
    counts.actions += added.length
    if (bundled.has(symbol)) {
      counts.bars += await addMissingBars(store.sql, ctx, id, barsOf(symbol, mic), { ...source, feedSymbol: symbol })
    }
  }
  return counts
}

/**
 * Puts what ships in the box into the store: only what is missing, so that a second seed changes nothing and nothing that a feed or
 * an admin has since written is overwritten. `ctx` needs the scopes `admin` and `ingest`; `ctx.now` is written as the fetch time.
 */
export async function seedStore(store: Store, ctx: CommandContext): Promise<SeedCounts> {
  const source = { feed: 'bundled', fetchedAt: ctx.now }
  const counts = {
    topics: await addMissingTopics(store, ctx, topics),
    listings: await addMissingListings(store, ctx, listings),
    ...(await seedSeries(store, ctx)),
    revenue: 0,
    rates: (await writeRates(store.sql, ctx, bundledRates(), { ...source, onlyMissing: true })).added,
    events: await addMissingEvents(store, ctx, events),
    claims: await addMissingClaims(store, ctx, claims),
    milestones: await addMissingMilestones(store, ctx, milestones),
    rules: await addMissingRules(store, ctx, rules),
  }
  for (const topic of new Set(revenue.map((row) => row.topic))) {
    const rows = revenue.filter((row) => row.topic === topic).map((row) => ({ ...row, knownAt: new Date(row.knownAt) }))
    counts.revenue += await addMissingRevenue(store.sql, ctx, topic, rows, source)
  }
  return counts
}
