import { daysBetween, type TradingDate } from '@/lib/market/date'
import { type EvaluatedRule, hitsOfRule } from './evaluate'
import { type Hit, looksAt } from './hit'
import type { SignalReads } from './reads'

/** How often a rule would have come true over some days, nothing of which is stored. */
export interface Backtest {
  /** First and last day that is counted, both inclusive. */
  readonly from: TradingDate
  readonly to: TradingDate
  /** Ascending by when each could be known. */
  readonly hits: readonly Hit[]
  /** Hits a year of 365.25 days; null for a span of less than a week, which says nothing of a year. */
  readonly perYear: number | null
  readonly byListing: readonly { readonly symbol: string | null; readonly count: number }[]
  readonly byYear: readonly { readonly year: string; readonly count: number }[]
}

const shortestDays = 7
const yearDays = 365.25

/** The day a hit belongs to: its session, else the UTC day from which it could be known. */
export function dayOfHit({ session, knownAt }: Pick<Hit, 'session' | 'knownAt'>): TradingDate {
  return session ?? knownAt.toISOString().slice(0, 10)
}

function counted<Key>(keys: readonly Key[]): { readonly key: Key; readonly count: number }[] {
  const counts = new Map<Key, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return [...counts].map(([key, count]) => ({ key, count }))
}

/** The first session that is stored of what a rule looks at; null without one. */
async function firstSession(reads: SignalReads, { listings: named, id }: EvaluatedRule): Promise<TradingDate | null> {
  const listings = (await reads.listings()).filter(({ symbol }) => looksAt({ named, ruleId: id }, symbol))
  const prices = await Promise.all(listings.map((listing) => reads.prices(listing)))
  return prices.flatMap(({ session }) => session.slice(0, 1)).sort()[0] ?? null
}

/**
 * Plays a rule over the stored history up to the moment of `reads` and counts what falls on the days asked for (from the first stored session on, to that moment, when
 * not given). What a rule has told before is not asked. Throws as `hitsOfRule` does.
 */
export async function backtestRule(
  reads: SignalReads,
  rule: EvaluatedRule,
  span: { readonly from?: TradingDate | undefined; readonly to?: TradingDate | undefined } = {},
): Promise<Backtest> {
  const afresh = { ...rule, id: null }
  const today = reads.asOf.toISOString().slice(0, 10)
  const to = span.to !== undefined && span.to < today ? span.to : today
  const from = span.from ?? (await firstSession(reads, afresh)) ?? to
  const hits = (await hitsOfRule(reads, afresh)).filter((hit) => dayOfHit(hit) >= from && dayOfHit(hit) <= to)
  const days = from > to ? 0 : daysBetween(from, to) + 1
  return {
    from,
    to,
    hits,
    perYear: days < shortestDays ? null : (hits.length * yearDays) / days,
    byListing: counted(hits.map(({ symbol }) => symbol))
      .map(({ key, count }) => ({ symbol: key, count }))
      .sort((a, b) => b.count - a.count),
    byYear: counted(hits.map((hit) => dayOfHit(hit).slice(0, 4)))
      .map(({ key, count }) => ({ year: key, count }))
      .sort((a, b) => (a.year < b.year ? -1 : 1)),
  }
}
