import { adjustmentFactors } from '@/lib/market/adjustment'
import { readActions } from '@/lib/store/action/read'
import { readBars } from '@/lib/store/bar/read'
import { revisedSessions } from '@/lib/store/bar/revisedSessions'
import type { Queryable } from '@/lib/store/connection/sql'
import type { Listing } from '@/lib/store/listing/list'
import { actionsUpTo } from '@/lib/studies/listingSeries'
import { latestOf } from './figures'

/** A listing's sessions by columns, ascending, as known at a moment. */
export interface PriceColumns {
  readonly session: readonly string[]
  /** On the split basis, not rounded: a return is the same to the last bits whatever splits come later. */
  readonly close: Float64Array
  /** As traded, decimals. */
  readonly traded: readonly string[]
  /** close / traded: what turns a price of the split basis back into one of the session's own. */
  readonly factor: Float64Array
  /** Shares of the split basis, NaN where not known. */
  readonly volume: Float64Array
  readonly settled: readonly boolean[]
  /** From when the row could be known: the moment its figures stand for, or when they were last revised. */
  readonly knownAt: readonly Date[]
  readonly feed: readonly string[]
}

/** The columns of a listing as known at `asOf`, unsettled bars included. */
export async function readPrices(
  sql: Queryable,
  listing: Pick<Listing, 'id' | 'mic'>,
  asOf: Date,
): Promise<PriceColumns> {
  const [bars, known, revised] = await Promise.all([
    readBars(sql, listing.id, { asOf }),
    readActions(sql, listing.id),
    revisedSessions(sql, listing.id, asOf),
  ])
  const lastSession = bars.session.findLast((_, i) => bars.settled[i]) ?? null
  const segments = adjustmentFactors(
    bars.session,
    bars.close,
    actionsUpTo(known, { mic: listing.mic, lastSession, now: asOf }),
    'split',
  )
  const revisedAt = new Map(revised.map(({ session, lastRevisedAt }) => [session, lastRevisedAt]))
  let at = 0
  const factor = Float64Array.from(bars.session, (session) => {
    while (segments[at]?.before != null && session >= (segments[at]?.before ?? '')) at++
    const price = segments[at]?.price
    return price === undefined ? 1 : Number(price.numerator) / Number(price.denominator)
  })
  return {
    session: bars.session,
    close: factor.map((times, i) => times * Number(bars.close[i])),
    traded: bars.close,
    factor,
    volume: factor.map((times, i) => Number(bars.volume[i] ?? Number.NaN) / times),
    settled: bars.settled,
    knownAt: bars.asOf.map((moment, i) => latestOf(moment, revisedAt.get(bars.session[i] ?? '') ?? moment)),
    feed: bars.feed,
  }
}

/** The columns without unsettled bars; with `quotes` as they are. */
export function countedPrices(prices: PriceColumns, quotes: boolean): PriceColumns {
  if (quotes || prices.settled.every(Boolean)) return prices
  const at = prices.settled.flatMap((settled, i) => (settled ? [i] : []))
  const pick = <T>(column: ArrayLike<T>) => at.map((i) => column[i] as T)
  return {
    session: pick(prices.session),
    close: Float64Array.from(pick(prices.close)),
    traded: pick(prices.traded),
    factor: Float64Array.from(pick(prices.factor)),
    volume: Float64Array.from(pick(prices.volume)),
    settled: pick(prices.settled),
    knownAt: pick(prices.knownAt),
    feed: pick(prices.feed),
  }
}

/** A price of the split basis in the terms of session `at`, to 6 significant digits as a decimal. */
export function inTermsOf({ factor }: PriceColumns, at: number, price: number): string {
  return String(Number((price / (factor[at] ?? 1)).toPrecision(6)))
}
