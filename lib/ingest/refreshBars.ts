import { exchangeOf, isMic, type Mic } from '@/lib/market/exchange'
import { localDate } from '@/lib/market/zone'
import { addMissingActions } from '@/lib/store/action/addMissing'
import { lastSettledCloses } from '@/lib/store/bar/read'
import { writeBars } from '@/lib/store/bar/write'
import type { Queryable } from '@/lib/store/connection/sql'
import { knowDividends } from '@/lib/store/listing/knowDividends'
import type { Listing } from '@/lib/store/listing/list'
import { trackFrom } from '@/lib/store/listing/trackFrom'
import type { MissingSession } from '@/lib/store/missing/read'
import { holdRows } from '@/lib/store/quarantine/hold'
import { supersedeHeld } from '@/lib/store/quarantine/supersede'
import { lockSeries } from '@/lib/store/run/lockSeries'
import { type HeededPlan, heedAnswers } from './answered'
import { askFeed, asksNextFeed, attempt } from './attempt'
import { gapAnswer } from './gapEvidence'
import { fillingGaps } from './gapFill'
import { type GapWatch, keepGaps, keepGapsOfFailures, watchGaps } from './gapKeep'
import { nextGapFeed } from './gapReask'
import { type BarsPlan, planBars, refused } from './planBars'
import { type AttemptResult, nothingDone, type RefreshRow } from './result'
import { type BarSource, commandContext, type RefreshEnvironment } from './sources'
import { storedSeries } from './storedSeries'

/** How many settled sessions every refresh reads again, to pick up corrections. */
export const sessionsReadAgain = 5

/** Which listing, for which run, from which date on. Never later than the fifth last settled session: an answer is only believed where it overlaps. */
export interface BarsOrder {
  readonly runId: string
  readonly job: 'bars' | 'actions'
  readonly listing: Listing
  readonly from?: string
  /** Exactly these sessions (a part of a backfill), and the listing is tracked from its first one on. */
  readonly chunk?: { readonly from: string; readonly to: string }
}

async function firstSessionWanted(env: RefreshEnvironment, { job, listing, from, chunk }: BarsOrder): Promise<string> {
  if (chunk !== undefined) return chunk.from
  const [oldest] = await lastSettledCloses(env.store.sql, listing.id, sessionsReadAgain)
  const usual = job === 'actions' ? listing.trackedFrom : (oldest?.session ?? listing.trackedFrom)
  return from !== undefined && from < usual ? from : usual
}

async function carryOut(
  sql: Queryable,
  env: RefreshEnvironment,
  { job, listing, chunk }: BarsOrder,
  plan: BarsPlan & HeededPlan,
  source: { feed: string; feedSymbol: string; fetchedAt: Date },
): Promise<AttemptResult> {
  const ctx = commandContext(env)
  const { doubtful } = plan
  await holdRows(sql, ctx, doubtful, { feed: source.feed, listingId: listing.id })
  const held = doubtful.length
  if (plan.refusal !== null) return { ...nothingDone, held, error: { class: 'invalid-rows', message: plan.refusal } }
  const actions = await addMissingActions(sql, ctx, listing.id, plan.actions, source)
  const newActions = actions.length
  const keys = actions.map(({ exDate, kind }) => `${exDate} ${kind}`)
  await supersedeHeld(sql, ctx, listing.id, { entity: 'action', keys, feed: null })
  if (chunk !== undefined) await trackFrom(sql, ctx, listing.id, chunk.from)
  if (job === 'actions') return { ...nothingDone, added: newActions, unchanged: plan.agreeingActions, held, newActions }
  if (plan.bars.length === 0) return { ...nothingDone, held, newActions }
  const counts = await writeBars(sql, ctx, listing.id, plan.bars, source)
  const heldKeys = new Set(plan.held.map(({ key }) => key))
  const stored = plan.bars.filter(({ session }) => !heldKeys.has(session))
  const sessions = stored.map(({ session }) => session)
  await supersedeHeld(sql, ctx, listing.id, { entity: 'bar', keys: sessions, feed: source.feed })
  return { ...nothingDone, ...counts, held, newActions }
}

/** As `planBars`; figures that cannot be turned back refuse the answer instead of ending the refresh. */
function planned(...[fed, listing, stored, feed, askedAt]: Parameters<typeof planBars>): BarsPlan {
  try {
    return planBars(fed, listing, stored, feed, askedAt)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return refused(`${feed.name} serves ${listing.symbol} in figures that do not work out: ${error.message}`, [])
  }
}

/** What one feed is asked for: from `from` on, of which settled bars before `refreshedFrom` (null: all) stay as they are. */
interface BarsRange {
  readonly mic: Mic
  readonly from: string
  readonly refreshedFrom: string | null
  readonly gaps: GapWatch | null
}

async function askOne(
  env: RefreshEnvironment,
  order: BarsOrder,
  feed: BarSource,
  { mic, from, refreshedFrom, gaps }: BarsRange,
): Promise<{ row: RefreshRow; unanswered: readonly MissingSession[] }> {
  const { listing, job, runId } = order
  let unanswered: readonly MissingSession[] = []
  const feedSymbol = listing.feedSymbols[feed.id] ?? ''
  const about = { runId, job, subject: listing.symbol, feed, listingId: listing.id }
  const row = await attempt(env, about, async () => {
    const askedAt = env.clock()
    const { timeZone } = exchangeOf(mic)
    const to = order.chunk?.to ?? localDate(askedAt, timeZone)
    const fed = await askFeed(env, about, () =>
      feed.fetchBars({ feedSymbol, mic, timeZone, from, to }, env.sources.contextFor(feed.id, env.signal)),
    )
    // One transaction: whoever is killed in it leaves neither half a range nor a split without its prices.
    return env.store.sql.begin(async (sql) => {
      await lockSeries(sql, listing.id)
      const stored = await storedSeries(sql, listing.id, from)
      const whole = planned(fed, { ...listing, mic }, stored, feed, askedAt)
      const plan = fillingGaps(whole, { refreshedFrom, settled: new Set(stored.closes.map(({ session }) => session)) })
      const heeded = await heedAnswers(sql, plan, { feed: feed.id, listingId: listing.id, feedSymbol })
      const source = { feed: feed.id, feedSymbol, fetchedAt: fed.fetchedAt }
      const result = await carryOut(sql, env, order, { ...plan, ...heeded }, source)
      // A feed without splits and dividends says nothing of them, and one that is held back is not known yet.
      const dividendsKnown = !feed.withoutActions && heeded.doubtful.every(({ entity }) => entity !== 'action')
      if (plan.refusal === null && dividendsKnown)
        await knowDividends(sql, commandContext(env), listing.id, { from, to })
      const answers = plan.refusal === null ? [gapAnswer(fed, { from, to }, heeded.answered)] : []
      if (gaps !== null) unanswered = await keepGaps(sql, env, gaps, answers)
      return result
    })
  })
  return { row, unanswered }
}

/**
 * Refreshes the daily bars of one listing (with job `actions`, only its splits and dividends, from its first wanted session on): the feeds in order until
 * one has answered or none may be asked any more. Without an ordered range it reaches back to open missing sessions, each at most once a day; for what the answer leaves open, one further
 * feed is asked. One row an attempt; feeds that fail are rows too. Throws only when the store fails or the refresh is ended.
 */
export async function refreshBars(env: RefreshEnvironment, order: BarsOrder): Promise<RefreshRow[]> {
  const { listing, job, chunk } = order
  const feeds = isMic(listing.mic)
    ? env.sources
        .barFeedsFor(listing.mic)
        .filter(
          ({ id, withoutActions }) => listing.feedSymbols[id] !== undefined && (job === 'bars' || !withoutActions),
        )
    : []
  const rows: RefreshRow[] = []
  const gaps = job === 'bars' ? await watchGaps(env, listing, feeds) : null
  const usual = await firstSessionWanted(env, order)
  // A range that was ordered stays as it is.
  const again = order.from === undefined && chunk === undefined ? (gaps?.askAgainFrom ?? null) : null
  const from = again !== null && again < usual ? again : usual
  const range = { mic: listing.mic as Mic, from, refreshedFrom: usual, gaps }
  let left: readonly MissingSession[] = []
  for (const feed of feeds) {
    env.signal?.throwIfAborted()
    const { row, unanswered } = await askOne(env, order, feed, range)
    rows.push(row)
    left = unanswered
    if (!asksNextFeed(row)) break
  }
  if (gaps !== null && chunk === undefined) {
    const askedNow = rows.flatMap(({ feed }) => feed ?? [])
    const next = nextGapFeed(left, { feeds: feeds.map(({ id }) => id), askedNow }, gaps.day)
    const feed = feeds.find(({ id }) => id === next)
    if (feed !== undefined) {
      env.signal?.throwIfAborted()
      rows.push((await askOne(env, order, feed, { ...range, refreshedFrom: null })).row)
    }
  }
  const to = chunk?.to ?? localDate(env.clock(), gaps?.day.timeZone ?? 'UTC')
  if (gaps !== null) await keepGapsOfFailures(env, gaps, rows, { from, to })
  if (rows.length > 0) return rows
  const message = `no feed covers ${listing.symbol} on ${listing.mic}`
  return [{ job, subject: listing.symbol, feed: null, ...nothingDone, error: { class: 'unknown-symbol', message } }]
}
