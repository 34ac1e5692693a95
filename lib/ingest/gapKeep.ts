import { exchangeOf, isMic } from '@/lib/market/exchange'
import type { Queryable } from '@/lib/store/connection/sql'
import { type Listing, listingBySymbol } from '@/lib/store/listing/list'
import { type MissingSession, readMissing } from '@/lib/store/missing/read'
import { storedSessions } from '@/lib/store/missing/storedSessions'
import { writeMissing } from '@/lib/store/missing/write'
import { lockSeries } from '@/lib/store/run/lockSeries'
import { dueSessions } from './gapDue'
import { emptyGapAnswer, type GapAnswer, gapEvidence } from './gapEvidence'
import { planGaps } from './gapPlan'
import { firstToAskAgain, type GapDay, mayBeAsked } from './gapReask'
import type { RefreshRow } from './result'
import { type BarSource, commandContext, type RefreshEnvironment } from './sources'

/** Stored sessions asked for with a gap: only a feed that has days before it and after it leaves it out knowingly. */
const sessionsBefore = 5

/** What one refresh has to know of a listing's gaps: how they stood when it began, and which feeds there are. */
export interface GapWatch {
  readonly listing: Listing
  readonly feeds: readonly BarSource[]
  readonly day: GapDay
  /** Open sessions asked for on this day before. */
  readonly askedToday: ReadonlySet<string>
  /** Where a request has to begin that asks for open sessions again: some stored ones before the first of them; null when none is to be asked for. */
  readonly askAgainFrom: string | null
}

/** Begins to watch the gaps of a listing; null for an exchange without a calendar. `feeds` are those of the listing, the first to ask first. */
export async function watchGaps(
  env: RefreshEnvironment,
  listing: Listing,
  feeds: readonly BarSource[],
): Promise<GapWatch | null> {
  if (!isMic(listing.mic)) return null
  const day = { now: env.clock(), timeZone: exchangeOf(listing.mic).timeZone }
  const rows = await readMissing(env.store.sql, listing.id)
  const asked = rows.filter((row) => !mayBeAsked(row, day)).map(({ session }) => session)
  const first = firstToAskAgain(rows, day)
  const before = first === null ? [] : (await storedSessions(env.store.sql, listing.id)).filter((s) => s < first)
  const askAgainFrom = before.at(-sessionsBefore) ?? before[0] ?? first
  return { listing, feeds, day, askedToday: new Set(asked), askAgainFrom }
}

/**
 * Brings the missing sessions up to date with what is stored and what feeds answered, within the caller's transaction. Returns the open sessions that these answers were
 * asked for and have no row of, ascending, and that were not asked for on this day before. The listing is read again: a backfill may have moved its `trackedFrom`.
 */
export async function keepGaps(
  sql: Queryable,
  env: RefreshEnvironment,
  { listing, feeds, askedToday }: GapWatch,
  answers: readonly GapAnswer[],
): Promise<MissingSession[]> {
  const ctx = commandContext(env)
  const current = (await listingBySymbol(sql, listing.symbol)) ?? listing
  const plan = planGaps({
    listing: current,
    due: dueSessions(current, feeds[0]?.delayMinutes ?? 0, ctx.now).sessions,
    stored: await storedSessions(sql, listing.id),
    rows: await readMissing(sql, listing.id),
    answers,
    feeds: feeds.map(({ id }) => id),
    now: ctx.now,
  })
  await writeMissing(sql, ctx, listing.id, plan)
  return plan.missing.filter(({ session, state }) => {
    if (state !== 'open' || askedToday.has(session)) return false
    const said = answers.map((answer) => gapEvidence(answer, session)).filter((evidence) => evidence !== 'not-asked')
    return said.length > 0 && !said.includes('held')
  })
}

/**
 * After the feeds were asked: when one failed, its gaps are kept as well, in a transaction of their own. A feed that does not know the symbol, or has nothing of the
 * range, has answered for every session of it.
 */
export async function keepGapsOfFailures(
  env: RefreshEnvironment,
  watch: GapWatch,
  rows: readonly RefreshRow[],
  range: { readonly from: string; readonly to: string },
): Promise<void> {
  if (rows.length > 0 && rows.every(({ error }) => error === null)) return
  const answers = rows.flatMap(({ feed, error }) =>
    feed !== null && (error?.class === 'empty' || error?.class === 'unknown-symbol')
      ? [emptyGapAnswer(feed, range)]
      : [],
  )
  await env.store.sql.begin(async (sql) => {
    await lockSeries(sql, watch.listing.id)
    await keepGaps(sql, env, watch, answers)
  })
}
