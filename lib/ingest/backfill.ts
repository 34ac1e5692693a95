import { daysBetween } from '@/lib/market/date'
import { exchangeOf, isMic, type Mic } from '@/lib/market/exchange'
import { sessionsBetween } from '@/lib/market/sessions'
import { localDate } from '@/lib/market/zone'
import { firstSettledSessions } from '@/lib/store/bar/first'
import type { Listing } from '@/lib/store/listing/list'
import { trackFromFirstStored } from '@/lib/store/listing/trackFrom'
import { lockSeries } from '@/lib/store/run/lockSeries'
import { recountGaps } from './recountGaps'
import { refreshBars, sessionsReadAgain } from './refreshBars'
import type { RefreshRow } from './result'
import { commandContext, type RefreshEnvironment } from './sources'

/** One calendar year of a listing's older sessions: one request and one transaction. */
export interface BackfillStep {
  readonly subject: string
  readonly run: (runId: string) => Promise<RefreshRow[]>
}

/** Raised when sessions are asked for that lie before an exchange's calendar; the message names both. */
export class BackfillRangeError extends RangeError {
  override readonly name = 'BackfillRangeError'
  constructor(
    readonly symbol: string,
    mic: Mic,
    from: string,
  ) {
    const { knownFrom } = exchangeOf(mic)
    super(`${symbol} cannot be filled from ${from}: the calendar of ${mic} begins on ${knownFrom}; ask from then on`)
  }
}

/** Longest range of a listing without a bar that is asked for in one request. */
const chunkDays = 366

const later = (a: string, b: string) => (a > b ? a : b)
const earlier = (a: string, b: string) => (a < b ? a : b)
const yearOf = (date: string) => Number(date.slice(0, 4))

/** Passes when the calendar of the listing reaches back to `from`; else throws `BackfillRangeError`. Pure. */
export function assertFillable(
  { symbol, mic, listedOn }: Pick<Listing, 'symbol' | 'mic' | 'listedOn'>,
  from: string,
): void {
  if (!isMic(mic)) return
  if (later(from, listedOn ?? '') < exchangeOf(mic).knownFrom) throw new BackfillRangeError(symbol, mic, from)
}

/** Where the older part begins and, when there is one, the first stored session it ends at; null when nothing older is wanted. */
export function olderPart(
  { mic, trackedFrom, listedOn }: Pick<Listing, 'mic' | 'trackedFrom' | 'listedOn'>,
  { from, firstStored, today }: { from?: string; firstStored: string | null; today: string },
): { start: string; end: string } | null {
  if (!isMic(mic)) return null
  const start = [listedOn ?? '', exchangeOf(mic).knownFrom].reduce(later, earlier(from ?? trackedFrom, trackedFrom))
  const end = firstStored ?? today
  if (start >= end) return null
  const asked = from !== undefined && start < trackedFrom
  // A listing without a bar and a year at most is what a plain refresh asks for in one request.
  if (firstStored === null) return asked || daysBetween(start, end) > chunkDays ? { start, end } : null
  const wanted = asked || yearOf(start) < yearOf(end)
  return wanted && lacksSessions(mic, start, end) ? { start, end } : null
}

/**
 * The steps that fill a listing's series back to `from` (or to where it is tracked from), a calendar year each, the newest first: so each year is joined to stored sessions
 * next to it, the first five of which it is asked for again, and is refused when its basis is another one. Every step commits its year and moves the listing's
 * `trackedFrom` back with it; whoever is killed goes on where the stored series begins. A year no feed answers for ends it, to be gone on with by the next refresh. After
 * the last year `trackedFrom` is moved up to the first session there is. No steps when nothing older is wanted. Throws `BackfillRangeError`.
 */
export async function backfillSteps(env: RefreshEnvironment, listing: Listing, from?: string): Promise<BackfillStep[]> {
  if (from !== undefined) assertFillable(listing, from)
  const { mic } = listing
  if (!isMic(mic)) return []
  const today = localDate(env.clock(), exchangeOf(mic).timeZone)
  const [firstStored = null] = await firstSettledSessions(env.store.sql, listing.id, 1)
  const part = olderPart(listing, { from, firstStored, today })
  if (part === null) return []
  const years = Array.from(
    { length: yearOf(part.end) - yearOf(part.start) + 1 },
    (_, i) => yearOf(part.end) - i,
  ).filter((year) => firstStored === null || lacksSessions(mic, later(`${year}-01-01`, part.start), firstStored))
  let stopped = false
  return years.map((year) => ({
    subject: `${listing.symbol} ${year}`,
    run: async (runId) => {
      if (stopped) return []
      const joined = (await firstSettledSessions(env.store.sql, listing.id, sessionsReadAgain)).at(-1)
      const chunk = { from: later(`${year}-01-01`, part.start), to: joined ?? earlier(`${year}-12-31`, today) }
      const rows = await refreshBars(env, { runId, job: 'bars', listing, chunk })
      const error = rows.at(-1)?.error ?? null
      stopped = error !== null && error.class !== 'empty'
      const oldest = year === yearOf(part.start)
      if (oldest && !stopped) await endAt(env, listing, chunk.from)
      return rows
    },
  }))
}

/** Whether there are sessions from a date on that lie before the first stored one. */
function lacksSessions(mic: Mic, from: string, firstStored: string): boolean {
  return from < firstStored && sessionsBetween(mic, from, firstStored).some((session) => session < firstStored)
}

/** Where the feeds had nothing in the oldest year, the series begins later than was asked for. */
async function endAt(env: RefreshEnvironment, { id, symbol }: Listing, oldest: string): Promise<void> {
  const [first] = await firstSettledSessions(env.store.sql, id, 1)
  if (first === undefined || yearOf(first) <= yearOf(oldest)) return
  const ctx = commandContext(env)
  await env.store.sql.begin(async (sql) => {
    await lockSeries(sql, id)
    await trackFromFirstStored(sql, ctx, id)
    await recountGaps(sql, ctx, symbol)
  })
}
