import { type Refusal, refuse } from '@/lib/analytics/refusal'
import type { Basis } from '@/lib/market/adjustment'
import type { Queryable } from '@/lib/store/connection/sql'
import type { Listing } from '@/lib/store/listing/list'
import { listingSeries } from '../listingSeries'
import { type BesideColumns, besideColumns, type Closes, type OwnColumns, ownColumns } from './columns'
import { type SessionRule, sessionRuleOf } from './sessionRule'

/** Bases on which returns mean something across a split. */
export const indicatorBases = ['split', 'total'] as const satisfies readonly Basis[]
export type IndicatorBasis = (typeof indicatorBases)[number]

// The two sides of the argument.
const otherSides: Readonly<Record<string, string>> = { '688256.SS': 'NVDA', NVDA: '688256.SS' }

/** The symbol a listing's correlation is told with when none is asked for: the other side of the argument, else its benchmark; null without either. */
export function usualPartner({ symbol, benchmark }: Pick<Listing, 'symbol' | 'benchmark'>): string | null {
  return otherSides[symbol] ?? benchmark
}

type Source = { readonly feed: readonly string[]; readonly asOf: readonly Date[]; readonly fetchedAt: readonly Date[] }

/** Settled closes with where each is from. */
export type SourcedCloses = Closes & Source

/** A statistic beside another listing: which one, how sessions were joined, where its closes are from, and the columns or why there are none. */
export interface Beside {
  readonly listing: Listing | null
  readonly rule: SessionRule | null
  readonly closes: SourcedCloses | null
  readonly result: BesideColumns | Refusal
}

/** The indicators of a listing over all its settled sessions. */
export interface ListingIndicators {
  readonly closes: SourcedCloses
  readonly own: OwnColumns
  readonly beta: Beside
  readonly correlation: Beside
}

async function settledCloses(
  sql: Queryable,
  listing: Pick<Listing, 'id' | 'mic'>,
  basis: IndicatorBasis,
  now: Date,
): Promise<SourcedCloses> {
  const { bars } = await listingSeries(sql, listing, { basis }, now)
  const pick = <T>(column: readonly T[]) => column.filter((_, i) => bars.settled[i])
  return {
    session: pick(bars.session),
    close: pick(bars.close).map(Number),
    feed: pick(bars.feed),
    asOf: pick(bars.asOf),
    fetchedAt: pick(bars.fetchedAt),
  }
}

export interface IndicatorOptions {
  readonly basis: IndicatorBasis
  /** Returns in a window. */
  readonly window: number
  /** What beta is against, and what the correlation is with; null where there is none. */
  readonly benchmark: Listing | null
  readonly against: Listing | null
}

/**
 * Drawdown, realised volatility, rolling beta against the benchmark and rolling correlation with `against`, from settled closes on one basis, each in its
 * listing's own currency, as known at `now`. A statistic without a partner is refused with `no-benchmark`, one with too short a history with `too-few-sessions`.
 */
export async function listingIndicators(
  sql: Queryable,
  listing: Pick<Listing, 'id' | 'mic'>,
  { basis, window, benchmark, against }: IndicatorOptions,
  now: Date,
): Promise<ListingIndicators> {
  const closes = await settledCloses(sql, listing, basis, now)
  const beside = async (other: Listing | null, statistic: 'beta' | 'correlation'): Promise<Beside> => {
    if (other === null) {
      const result = refuse('no-benchmark', 'the listing has no benchmark; another listing can be asked for')
      return { listing: null, rule: null, closes: null, result }
    }
    const theirs = await settledCloses(sql, other, basis, now)
    const rule = sessionRuleOf(listing.mic, other.mic)
    return { listing: other, rule, closes: theirs, result: besideColumns(closes, theirs, { rule, window, statistic }) }
  }
  const [beta, correlation] = await Promise.all([beside(benchmark, 'beta'), beside(against, 'correlation')])
  return { closes, own: ownColumns(closes, window), beta, correlation }
}
