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

// Looked up and not searched for: with 10,000 listings a search for each is a hundred million steps.
function grouped<T, K>(rows: readonly T[], key: (row: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>()
  for (const row of rows) {
    const own = groups.get(key(row))
    if (own === undefined) groups.set(key(row), [row])
    else own.push(row)
  }
  return groups
}

const bySymbol = <T extends { readonly symbol: string }>(rows: readonly T[]) => grouped(rows, ({ symbol }) => symbol)

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
  const [missingBy, barsBy, revisionsBy] = [bySymbol(missing), bySymbol(bars), bySymbol(revisions)]
  const heldBy = grouped(held, ({ listing }) => listing)
  const attemptsBy = grouped(attempts, ({ subject }) => subject)
  return listings.map(({ symbol, due }) => {
    const [revised] = revisionsBy.get(symbol) ?? []
    const ownMissing = missingBy.get(symbol) ?? []
    const counts = missingOf(due, stored.get(symbol) ?? 0, ownMissing)
    return {
      symbol,
      due: due.sessions.length,
      stored: stored.get(symbol) ?? 0,
      missing: counts,
      complete: due.known ? counts.open === 0 : null,
      revisions: revised?.revisions ?? 0,
      lastRevisedAt: revised?.lastRevisedAt.toISOString() ?? null,
      quarantine: heldRows(heldBy.get(symbol) ?? [], ({ entity }) => priceEntities.includes(entity)),
      recent: recentOf(due.sessions, barsBy.get(symbol) ?? [], ownMissing),
      lastAttempt: newestAttempt(attemptsBy.get(symbol) ?? [], ({ job }) => job === 'bars'),
    }
  })
}
