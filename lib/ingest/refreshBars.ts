import { exchangeOf, isMic, type Mic } from '@/lib/market/exchange'
import { localDate } from '@/lib/market/zone'
import { addMissingActions } from '@/lib/store/action/addMissing'
import { readActions } from '@/lib/store/action/read'
import { lastSettledCloses, readBars } from '@/lib/store/bar/read'
import { writeBars } from '@/lib/store/bar/write'
import type { Queryable } from '@/lib/store/connection/sql'
import type { Listing } from '@/lib/store/listing/list'
import { holdRows } from '@/lib/store/quarantine/hold'
import { lockSeries } from '@/lib/store/run/lockSeries'
import { askFeed, asksNextFeed, attempt } from './attempt'
import { type BarsPlan, planBars, refused, type StoredSeries } from './planBars'
import { type AttemptResult, nothingDone, type RefreshRow } from './result'
import { type BarSource, commandContext, type RefreshEnvironment } from './sources'

/** How many settled sessions every refresh reads again, to pick up corrections. */
export const sessionsReadAgain = 5

/** Which listing, for which run, from which date on. Never later than the fifth last settled session: an answer is only believed where it overlaps. */
export interface BarsOrder {
  readonly runId: string
  readonly job: 'bars' | 'actions'
  readonly listing: Listing
  readonly from?: string
}

async function firstSessionWanted(env: RefreshEnvironment, { job, listing, from }: BarsOrder): Promise<string> {
  const [oldest] = await lastSettledCloses(env.store.sql, listing.id, sessionsReadAgain)
  const usual = job === 'actions' ? listing.trackedFrom : (oldest?.session ?? listing.trackedFrom)
  return from !== undefined && from < usual ? from : usual
}

async function storedSeries(sql: Queryable, listingId: number, from: string): Promise<StoredSeries> {
  const bars = await readBars(sql, listingId, { from })
  const closes = bars.session.flatMap((session, i) =>
    bars.settled[i] ? [{ session, close: bars.close[i] ?? '' }] : [],
  )
  return { actions: await readActions(sql, listingId), closes }
}

async function carryOut(
  sql: Queryable,
  env: RefreshEnvironment,
  { job, listing }: BarsOrder,
  plan: BarsPlan,
  source: { feed: string; feedSymbol: string; fetchedAt: Date },
): Promise<AttemptResult> {
  const ctx = commandContext(env)
  await holdRows(sql, ctx, plan.held, { feed: source.feed, listingId: listing.id })
  const held = plan.held.length
  if (plan.refusal !== null) return { ...nothingDone, held, error: { class: 'invalid-rows', message: plan.refusal } }
  const actions = await addMissingActions(sql, ctx, listing.id, plan.actions, source)
  const newActions = actions.length
  if (job === 'actions') return { ...nothingDone, added: newActions, unchanged: plan.agreeingActions, held, newActions }
  if (plan.bars.length === 0) return { ...nothingDone, held, newActions }
  const counts = await writeBars(sql, ctx, listing.id, plan.bars, source)
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

async function askOne(
  env: RefreshEnvironment,
  order: BarsOrder,
  feed: BarSource,
  { mic, from }: { mic: Mic; from: string },
): Promise<RefreshRow> {
  const { listing, job, runId } = order
  const feedSymbol = listing.feedSymbols[feed.id] ?? ''
  const about = { runId, job, subject: listing.symbol, feed, listingId: listing.id }
  return attempt(env, about, async () => {
    const askedAt = env.clock()
    const { timeZone } = exchangeOf(mic)
    const to = localDate(askedAt, timeZone)
    const fed = await askFeed(env, about, () =>
      feed.fetchBars({ feedSymbol, mic, timeZone, from, to }, env.sources.contextFor(feed.id, env.signal)),
    )
    // One transaction: whoever is killed in it leaves neither half a range nor a split without its prices.
    return env.store.sql.begin(async (sql) => {
      await lockSeries(sql, listing.id)
      const stored = await storedSeries(sql, listing.id, from)
      const plan = planned(fed, { ...listing, mic }, stored, feed, askedAt)
      return carryOut(sql, env, order, plan, { feed: feed.id, feedSymbol, fetchedAt: fed.fetchedAt })
    })
  })
}

/**
 * Refreshes the daily bars of one listing (with job `actions`, only its splits and dividends, from its first wanted session on): the feeds in order until
 * one has answered or none may be asked any more. One row an attempt; feeds that fail are rows too. Throws only when the store fails or the refresh is ended.
 */
export async function refreshBars(env: RefreshEnvironment, order: BarsOrder): Promise<RefreshRow[]> {
  const { listing, job } = order
  const feeds = isMic(listing.mic)
    ? env.sources.barFeedsFor(listing.mic).filter(({ id }) => listing.feedSymbols[id] !== undefined)
    : []
  const rows: RefreshRow[] = []
  const from = await firstSessionWanted(env, order)
  for (const feed of feeds) {
    env.signal?.throwIfAborted()
    const row = await askOne(env, order, feed, { mic: listing.mic as Mic, from })
    rows.push(row)
    if (!asksNextFeed(row)) break
  }
  if (rows.length > 0) return rows
  const message = `no feed covers ${listing.symbol} on ${listing.mic}`
  return [{ job, subject: listing.symbol, feed: null, ...nothingDone, error: { class: 'unknown-symbol', message } }]
}
