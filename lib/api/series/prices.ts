import { type DueSessions, dueSessions } from '@/lib/ingest/gapDue'
import { countRevisions } from '@/lib/store/bar/countRevisions'
import { countBarsWithin } from '@/lib/store/bar/countWithin'
import { readRecentBars } from '@/lib/store/bar/readRecent'
import type { Store } from '@/lib/store/connection/store'
import { listListings } from '@/lib/store/listing/list'
import { type MissingOfListing, readAllMissing } from '@/lib/store/missing/readAll'
import type { QuarantineCount } from '@/lib/store/quarantine/count'
import type { LastAttempt } from '@/lib/store/run/lastAttempts'
import { delayOf } from '../missing/delay'
import { heldRows, newestAttempt } from './counts'
import { recentOf, recentSessions } from './recent'
import type { PriceSeriesView } from './schema'

const priceEntities = ['bar', 'action']

/** What became due since the last refresh is open, as what a refresh has seen and still asks for. */
function missingOf({ sessions }: DueSessions, stored: number, rows: readonly MissingOfListing[]) {
  const [first = '', last = ''] = [sessions[0], sessions.at(-1)]
  const permanent = rows.filter(({ state, session }) => state === 'permanent' && session >= first && session <= last)
  const because = (reason: string | null) => permanent.filter((row) => row.reason === reason).length
  return {
    open: Math.max(0, sessions.length - stored - permanent.length),
    ...{ halt: because('halt'), notListed: because('not-listed'), feedGap: because('feed-gap') },
    unexplained: because(null),
  }
}

/** Every listing's prices at `now`, in display order: what is due, stored and missing, what was revised and held back, and the last sessions one by one. */
export async function priceSeries(
  { sql }: Store,
  now: Date,
  { held, attempts }: { readonly held: readonly QuarantineCount[]; readonly attempts: readonly LastAttempt[] },
): Promise<PriceSeriesView[]> {
  const listings = (await listListings(sql)).map((listing) => ({
    ...listing,
    due: dueSessions(listing, delayOf(listing), now),
  }))
  const ranges = listings.flatMap(({ symbol, due: { sessions } }) => {
    const [from, to] = [sessions[0], sessions.at(-1)]
    return from === undefined || to === undefined ? [] : [{ symbol, from, to }]
  })
  const [earliest = '9999-12-31'] = listings
    .map(({ due: { sessions } }) => sessions.at(-recentSessions) ?? sessions[0] ?? '9999-12-31')
    .sort()
  const [stored, missing, bars, revisions] = await Promise.all([
    countBarsWithin(sql, ranges),
    readAllMissing(sql),
    readRecentBars(sql, earliest),
    countRevisions(sql),
  ])
  return listings.map(({ symbol, due }) => {
    const own = <T extends { readonly symbol: string }>(rows: readonly T[]) =>
      rows.filter((row) => row.symbol === symbol)
    const [revised] = own(revisions)
    const counts = missingOf(due, stored.get(symbol) ?? 0, own(missing))
    return {
      symbol,
      due: due.sessions.length,
      stored: stored.get(symbol) ?? 0,
      missing: counts,
      complete: due.known ? counts.open === 0 : null,
      revisions: revised?.revisions ?? 0,
      lastRevisedAt: revised?.lastRevisedAt.toISOString() ?? null,
      quarantine: heldRows(held, ({ listing, entity }) => listing === symbol && priceEntities.includes(entity)),
      recent: recentOf(due.sessions, own(bars), own(missing)),
      lastAttempt: newestAttempt(attempts, ({ job, subject }) => job === 'bars' && subject === symbol),
    }
  })
}
