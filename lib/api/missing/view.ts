import { dueSessions } from '@/lib/ingest/gapDue'
import type { Store } from '@/lib/store/connection/store'
import { listingBySymbol } from '@/lib/store/listing/list'
import { type MissingSession, readMissing } from '@/lib/store/missing/read'
import { storedSessions } from '@/lib/store/missing/storedSessions'
import { delayOf } from './delay'
import type { MissingSessionView, MissingView } from './schema'

export type { MissingSessionView, MissingView } from './schema'

function itemOf(session: string, row: MissingSession | undefined): MissingSessionView {
  if (row === undefined) {
    return { session, state: 'open', reason: null, askedFeeds: [], nullFeeds: [], seenAt: null, askedAt: null }
  }
  const { state, reason, askedFeeds, nullFeeds, seenAt, askedAt } = row
  return {
    ...{ session, state, reason, askedFeeds: [...askedFeeds], nullFeeds: [...nullFeeds] },
    ...{ seenAt: seenAt.toISOString(), askedAt: askedAt?.toISOString() ?? null },
  }
}

/**
 * The sessions due at `now` that a listing has no bar of, ascending, with what the feeds said of each; null when there is no such listing. A session that became due since
 * the last refresh is open as well, with `seenAt` null, so that stored and missing always make up what is due.
 */
export async function missingView({ sql }: Store, symbol: string, now: Date): Promise<MissingView | null> {
  const listing = await listingBySymbol(sql, symbol)
  if (listing === null) return null
  const { sessions, lastDue, known } = dueSessions(listing, delayOf(listing), now)
  const [rows, stored] = await Promise.all([readMissing(sql, listing.id), storedSessions(sql, listing.id)])
  const has = new Set(stored)
  const rowOf = new Map(rows.map((row) => [row.session, row]))
  const items = sessions.filter((session) => !has.has(session)).map((session) => itemOf(session, rowOf.get(session)))
  return {
    items,
    meta: {
      symbol,
      trackedFrom: listing.trackedFrom,
      lastDue,
      due: sessions.length,
      stored: sessions.length - items.length,
      missing: items.length,
      complete: known ? items.every(({ state }) => state === 'permanent') : null,
    },
  }
}
