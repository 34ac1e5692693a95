import { feedPolicies } from '@/lib/feeds/policy'
import { FeedError, type FeedErrorClass, type FeedQuote, type QuoteAnswer } from '@/lib/feeds/types'
import { exchangeOf, isMic, type Mic } from '@/lib/market/exchange'
import { marketState } from '@/lib/market/marketState'
import { localDate } from '@/lib/market/zone'
import { lastSettledCloses, readBars } from '@/lib/store/bar/read'
import { writeBars } from '@/lib/store/bar/write'
import type { Queryable } from '@/lib/store/connection/sql'
import type { Listing } from '@/lib/store/listing/list'
import { latestQuotes } from '@/lib/store/quote/read'
import { writeQuote } from '@/lib/store/quote/write'
import { lockSeries } from '@/lib/store/run/lockSeries'
import { judgeQuote, unsettledBar } from './quoteCheck'
import { type AttemptResult, nothingDone, type RefreshRow } from './result'
import { commandContext, type QuoteSource, type RefreshEnvironment } from './sources'

const failed = (errorClass: FeedErrorClass, message: string): AttemptResult => ({
  ...nothingDone,
  error: { class: errorClass, message },
})

/** What came of one price, and whether it is the newest to be had: if not, the next feed is asked as well. */
interface Kept {
  readonly result: AttemptResult
  readonly answered: boolean
}

/**
 * Stores a live price and the day's unsettled bar in one transaction; a settled bar of the day stays. A feed that is late has nothing of today at first, and then prices older
 * than those that another one gave meanwhile: neither is a failure, and neither an answer.
 */
async function keepQuote(
  env: RefreshEnvironment,
  listing: Listing & { readonly mic: Mic },
  feed: QuoteSource,
  fed: FeedQuote,
): Promise<Kept> {
  return env.store.sql.begin(async (tx): Promise<Kept> => {
    const sql: Queryable = tx
    await lockSeries(sql, listing.id)
    const ctx = commandContext(env)
    const [[newest], [last]] = [await latestQuotes(sql, [listing.id]), await lastSettledCloses(sql, listing.id, 1)]
    const verdict = judgeQuote(fed, listing, {
      now: ctx.now,
      newest: newest?.at ?? null,
      lastClose: last?.close ?? null,
    })
    const said = (why: string) => `${feed.name} has no live price of ${listing.symbol} that can be taken: ${why}`
    if (verdict.kind === 'known') {
      const overtaken = newest !== undefined && newest.feed !== feed.id && fed.at < newest.at
      return { result: { ...nothingDone, unchanged: 1 }, answered: !overtaken }
    }
    if (verdict.kind === 'not-yet') return { result: nothingDone, answered: false }
    if (verdict.kind === 'wrong') return { result: failed('invalid-rows', said(verdict.why)), answered: false }
    const { session, quote } = verdict
    const source = { feed: feed.id, feedSymbol: fed.feedSymbol, fetchedAt: fed.fetchedAt }
    await writeQuote(sql, ctx, listing.id, quote, source)
    const day = await readBars(sql, listing.id, { from: session, to: session })
    const [open, high, low] = [day.open[0], day.high[0], day.low[0]]
    const before = open && high && low ? { open, high, low, volume: day.volume[0] ?? null } : null
    await writeBars(sql, ctx, listing.id, [unsettledBar(session, quote, before)], source)
    return { result: { ...nothingDone, added: 1 }, answered: true }
  })
}

/** What the feed's limits are told of a batch: nothing when anything came and nothing limits our rate, else the failure that says most about the feed. */
function failureOfBatch(answers: readonly QuoteAnswer[]): FeedError | null {
  const errors = answers.flatMap((answer) => ('error' in answer ? [answer.error] : []))
  const limited = errors.find(({ errorClass }) => errorClass === 'rate-limited')
  if (limited) return limited
  if (errors.length < answers.length) return null
  return errors.find(({ errorClass }) => feedPolicies[errorClass].opensBreakerAfter !== null) ?? errors[0] ?? null
}

async function askBatch(
  env: RefreshEnvironment,
  feed: QuoteSource,
  mic: Mic,
  listings: readonly Listing[],
): Promise<QuoteAnswer[]> {
  const { limits } = env.sources
  const feedSymbols = listings.map(({ feedSymbols: symbols }) => symbols[feed.id] ?? '')
  const answered = (error: FeedError) => feedSymbols.map((feedSymbol): QuoteAnswer => ({ feedSymbol, error }))
  let entered = false
  try {
    await limits?.enter(feed.id, `quotes of ${mic}`)
    entered = true
    const request = { feedSymbols, mic, timeZone: exchangeOf(mic).timeZone }
    const answers = await feed.fetchQuotes(request, env.sources.contextFor(feed.id, env.signal))
    await limits?.settle(feed.id, failureOfBatch(answers))
    return answers
  } catch (error) {
    env.signal?.throwIfAborted()
    if (!(error instanceof FeedError)) throw error
    if (entered) await limits?.settle(feed.id, error)
    return answered(error)
  }
}

/** Whether a listing's live price is asked for on a day of its exchange: it trades, and its sessions are wanted by then. */
export function isQuoted({ status, trackedFrom, delistedOn }: Listing, today: string): boolean {
  return status !== 'delisted' && trackedFrom <= today && (delistedOn === null || delistedOn > today)
}

/**
 * Asks for the live prices of the listings of one exchange, in batches, the feeds in order: what one has no price for, or an older one than another gave, is asked of the next. Nothing while the exchange does not
 * trade. A row for each listing and feed asked; failing feeds are rows too. Within the feeds' buckets and breakers. Throws when the store fails or the refresh is ended.
 */
export async function refreshQuotes(
  env: RefreshEnvironment,
  mic: Mic,
  listings: readonly Listing[],
): Promise<RefreshRow[]> {
  const now = env.clock()
  if (marketState(mic, now) !== 'open') return []
  const today = localDate(now, exchangeOf(mic).timeZone)
  let left = listings.filter((listing) => listing.mic === mic && isQuoted(listing, today))
  const rows: RefreshRow[] = []
  for (const feed of env.sources.quoteFeedsFor(mic)) {
    const asked = left.filter(({ feedSymbols }) => feedSymbols[feed.id] !== undefined)
    if (asked.length === 0) continue
    env.signal?.throwIfAborted()
    const answers = await askBatch(env, feed, mic, asked)
    const done = new Set<string>()
    for (const [i, listing] of asked.entries()) {
      const answer = answers[i]
      if (answer === undefined || !isMic(listing.mic)) continue
      const { result, answered } =
        'error' in answer
          ? { result: failed(answer.error.errorClass, answer.error.message), answered: false }
          : await keepQuote(env, { ...listing, mic: listing.mic }, feed, answer.quote)
      rows.push({ job: 'quotes', subject: listing.symbol, feed: feed.id, ...result })
      if (answered) done.add(listing.symbol)
    }
    left = left.filter(({ symbol }) => !done.has(symbol))
  }
  return rows
}
