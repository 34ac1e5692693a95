import type { Basis } from '@/lib/market/adjustment'
import type { BarRange } from '@/lib/store/bar/read'
import { revisedSessions } from '@/lib/store/bar/revisedSessions'
import type { Store } from '@/lib/store/connection/store'
import { listingBySymbol } from '@/lib/store/listing/list'
import { listingSeries } from '@/lib/studies/listingSeries'
import { bundledFeed } from '../source/feedName'
import { latest, sourceRanges } from '../source/range'
import { adjustmentNote } from './adjustmentNote'
import type { BarsView } from './schema'

export type { BarsView } from './schema'

/** The bars of a listing in a range (both ends included) on one basis, as known at `now`; null when there is no such listing. */
export async function barsView(
  store: Store,
  symbol: string,
  { adjust, ...range }: BarRange & { readonly adjust: Basis },
  now: Date,
): Promise<BarsView | null> {
  const listing = await listingBySymbol(store.sql, symbol)
  if (listing === null) return null
  const [{ bars, lastSettledSession }, revised] = await Promise.all([
    listingSeries(store.sql, listing, { ...range, basis: adjust }, now),
    revisedSessions(store.sql, listing.id, now),
  ])
  const newest = bars.settled.lastIndexOf(true)
  const note = adjustmentNote(adjust, listing, lastSettledSession)
  return {
    session: bars.session,
    open: bars.open.map(Number),
    high: bars.high.map(Number),
    low: bars.low.map(Number),
    close: bars.close.map(Number),
    volume: bars.volume.map((shares) => (shares === null ? null : Number(shares))),
    settled: bars.settled,
    meta: {
      symbol,
      name: listing.name,
      mic: listing.mic,
      currency: listing.currency,
      adjustment: adjust,
      adjustmentNote: note?.en ?? null,
      adjustmentNoteZh: note?.zh ?? null,
      sources: sourceRanges(bars.session, bars.feed),
      revised: revised
        .filter(({ session }) => session >= (bars.session[0] ?? '~') && session <= (bars.session.at(-1) ?? ''))
        .map(({ lastRevisedAt, ...rest }) => ({ ...rest, lastRevisedAt: lastRevisedAt.toISOString() })),
      bundledTo: bars.feed[newest] === bundledFeed ? (bars.session[newest] ?? null) : null,
      asOf: latest(bars.asOf),
      fetchedAt: latest(bars.fetchedAt),
      rows: bars.session.length,
    },
  }
}
