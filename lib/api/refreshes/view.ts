import { feedIdsFor } from '@/lib/feeds/registry'
import { isMic } from '@/lib/market/exchange'
import { readBars } from '@/lib/store/bar/read'
import type { Store } from '@/lib/store/connection/store'
import { type Listing, listingBySymbol } from '@/lib/store/listing/list'
import { type ListingAttempt, newestAttempts } from '@/lib/store/run/ofListing'
import { feedName } from '../source/feedName'
import type { SourceRange } from '../source/range'
import type { ListingFeedView, RefreshesView } from './schema'

export type { ListingFeedView, RefreshesView } from './schema'

const jobs = ['bars', 'actions', 'revenue'] as const

/** Runs of ascending sessions that one feed brought; `feeds` alongside. A feed that comes back has a run of its own. */
export function feedRuns(sessions: readonly string[], feeds: readonly string[]): SourceRange[] {
  const runs: SourceRange[] = []
  for (const [i, session] of sessions.entries()) {
    const feed = feeds[i] ?? ''
    const run = runs.at(-1)
    if (run === undefined || run.feed !== feed)
      runs.push({ feed, name: feedName(feed), from: session, to: session, rows: 1 })
    else {
      run.to = session
      run.rows++
    }
  }
  return runs
}

function attemptOf({ startedAt, lastSuccessAt: _success, job: _job, feed: _feed, ...rest }: ListingAttempt) {
  return { ...rest, startedAt: startedAt.toISOString() }
}

/** The feeds that are asked for a listing, the first to ask first, and any other that once was. */
function feedsOf({ mic, feedSymbols }: Listing, job: (typeof jobs)[number], attempts: readonly ListingAttempt[]) {
  const asked = isMic(mic) ? feedIdsFor(job, mic).filter((feed) => feedSymbols[feed] !== undefined) : []
  return [...new Set<string>([...asked, ...attempts.filter((one) => one.job === job).map(({ feed }) => feed)])]
}

/** What the feeds of a listing did last by `now`, by job and in the order they are asked, and the switches between them; null when there is no such listing. */
export async function refreshesView({ sql }: Store, symbol: string, now: Date): Promise<RefreshesView | null> {
  const listing = await listingBySymbol(sql, symbol)
  if (listing === null) return null
  const [attempts, bars] = await Promise.all([
    newestAttempts(sql, listing.id, now),
    readBars(sql, listing.id, { asOf: now }),
  ])
  const items: ListingFeedView[] = jobs.flatMap((job) =>
    feedsOf(listing, job, attempts).map((feed) => {
      const last = attempts.find((one) => one.job === job && one.feed === feed)
      return {
        ...{ job, feed, feedName: feedName(feed), last: last ? attemptOf(last) : null },
        lastSuccessAt: last?.lastSuccessAt?.toISOString() ?? null,
      }
    }),
  )
  return {
    items,
    switches: feedRuns(bars.session, bars.feed),
    meta: { symbol, lastSession: bars.session.at(-1) ?? null },
  }
}
