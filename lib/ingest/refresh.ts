import { type Mic, mics } from '@/lib/market/exchange'
import { firstSettledSessions } from '@/lib/store/bar/first'
import { type Listing, listListings } from '@/lib/store/listing/list'
import { beginRun } from '@/lib/store/run/begin'
import { finishRun } from '@/lib/store/run/record'
import { backfillSteps } from './backfill'
import { keepLease } from './keepLease'
import { quoteLog } from './quoteLog'
import { refreshBars } from './refreshBars'
import { refreshQuotes } from './refreshQuotes'
import { refreshRates } from './refreshRates'
import { refreshRevenue } from './refreshRevenue'
import { outcomeOf, type RefreshJob, type RefreshResult, type RefreshRow } from './result'
import { revenueSubjects } from './revenueSubjects'
import { commandContext, type RefreshEnvironment } from './sources'

/** One job over its subjects. */
export interface RefreshOrder {
  readonly job: RefreshJob
  /** Elects: a slot is run once, by whoever begins it first. */
  readonly slotId: string
  /** What set it off: `cli`, `schedule`, `start`. */
  readonly trigger: string
  /** Only these symbols (bars, actions, revenue, quotes). */
  readonly symbols?: readonly string[]
  /** Only listings of this exchange (bars, actions, quotes). */
  readonly mic?: Mic
  /** Only subjects of this feed (revenue). */
  readonly feed?: string
  /** First date wanted; the usual overlap when not given. */
  readonly from?: string
  /** Told before each subject and at the end: what is next, how many are done, how many there are. */
  readonly onProgress?: (progress: { job: RefreshJob; next: string | null; done: number; total: number }) => void
}

interface Step {
  readonly subject: string
  readonly run: (runId: string) => Promise<readonly RefreshRow[]>
}

const wanted = (listing: Listing, { symbols, mic }: RefreshOrder) =>
  (symbols === undefined || symbols.includes(listing.symbol)) && (mic === undefined || listing.mic === mic)

async function quotesOf(env: RefreshEnvironment, runId: string, mic: Mic, listings: readonly Listing[]) {
  const [startedAt, began] = [env.clock(), performance.now()]
  const rows = await refreshQuotes(env, mic, listings)
  const log = quoteLog(env, runId, mic)
  await log.add(rows, { startedAt, durationMs: Math.round(performance.now() - began) })
  await log.flush()
  return rows
}

async function stepsOf(env: RefreshEnvironment, order: RefreshOrder): Promise<Step[]> {
  const { job, from, feed } = order
  if (job === 'fx') return [{ subject: 'rates', run: async (runId) => [await refreshRates(env, runId, from)] }]
  if (job === 'revenue') {
    const subjects = await revenueSubjects(env, feed === undefined ? {} : { feed })
    return subjects
      .filter(({ listing }) => wanted(listing, order))
      .map((subject) => ({
        subject: subject.topic,
        run: async (runId) => [await refreshRevenue(env, runId, subject)],
      }))
  }
  const listings = (await listListings(env.store.sql)).filter(
    (listing) => wanted(listing, order) && listing.status !== 'delisted',
  )
  if (job === 'quotes') {
    const ofExchange = (mic: Mic) => listings.filter((listing) => listing.mic === mic)
    return mics
      .filter((mic) => ofExchange(mic).length > 0)
      .map((mic) => ({ subject: mic, run: (runId) => quotesOf(env, runId, mic, ofExchange(mic)) }))
  }
  const steps: Step[] = []
  for (const listing of listings) {
    const older = job === 'bars' ? await backfillSteps(env, listing, from) : []
    // Beside a backfill only the usual overlap: not the missing years in one request, which the steps ask for one by one.
    const first = older.length > 0 ? env.clock().toISOString().slice(0, 10) : from
    const plain = first === undefined ? {} : { from: first }
    const refresh: Step = {
      subject: listing.symbol,
      run: (runId) => refreshBars(env, { runId, job, listing, ...plain }),
    }
    // Years first: the refresh after them asks only for what they left.
    const joined = older.length === 0 || (await firstSettledSessions(env.store.sql, listing.id, 1)).length > 0
    steps.push(...older, ...(joined ? [refresh] : []))
  }
  return steps
}

/**
 * Runs one job: begins the run (null when its slot was run before), refreshes one subject after the other, records every attempt, finishes the run. All
 * the while it extends the run's lease. Failing feeds are rows of the result. When the signal ends it, or its lease was lost, the run is closed as abandoned and the
 * rows so far come back as `interrupted`. Throws when the store fails; what was committed by then stays.
 */
export async function runRefresh(env: RefreshEnvironment, order: RefreshOrder): Promise<RefreshResult | null> {
  const { job, slotId, trigger, onProgress } = order
  const begun = { job, slotId, trigger }
  const runId = await beginRun(env.store, commandContext(env), begun, env.lease?.leaseMs)
  if (runId === null) return null
  const lease = keepLease(env, runId)
  const alive = { ...env, signal: lease.signal }
  const rows: RefreshRow[] = []
  try {
    const steps = await stepsOf(alive, order)
    for (const [done, step] of steps.entries()) {
      alive.signal.throwIfAborted()
      onProgress?.({ job, next: step.subject, done, total: steps.length })
      rows.push(...(await step.run(runId)))
    }
    onProgress?.({ job, next: null, done: steps.length, total: steps.length })
  } catch (error) {
    if (!alive.signal.aborted || error !== alive.signal.reason) throw error
    await finishRun(env.store, commandContext(env), runId, { interrupted: true })
    return { runId, job, outcome: 'interrupted', rows }
  } finally {
    lease.stop()
  }
  await finishRun(env.store, commandContext(env), runId)
  return { runId, job, outcome: outcomeOf(rows), rows }
}
