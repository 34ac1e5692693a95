import { exchangeOf, type Mic } from '@/lib/market/exchange'
import { marketState } from '@/lib/market/marketState'
import { localDate } from '@/lib/market/zone'
import { listListings } from '@/lib/store/listing/list'
import { beginRun } from '@/lib/store/run/begin'
import { finishRun } from '@/lib/store/run/record'
import { keepLease } from './keepLease'
import { type QuoteLog, quoteLog } from './quoteLog'
import { isQuoted, refreshQuotes } from './refreshQuotes'
import type { RefreshRow } from './result'
import { commandContext, type LeaseTimes, type RefreshEnvironment } from './sources'

/** A worker that is killed leaves the polling to the next within this time. */
const pollLease: LeaseTimes = { leaseMs: 45_000, beatMs: 10_000 }

interface Watch {
  readonly session: string
  readonly runId: string
  readonly log: QuoteLog
  readonly lease: { readonly signal: AbortSignal; stop(): void }
}

/** The polling of one exchange. */
export interface QuoteWatch {
  /** One look: polls while the exchange trades and nobody else does; the rows of the poll, none when there was none. Throws when the store fails. */
  tick(): Promise<readonly RefreshRow[]>
  /** Gives the session up, for another worker (or this one, when it is back) to go on with. */
  stop(): Promise<void>
}

/**
 * Watches an exchange: of the workers that look, one polls. Each session of an exchange is one run of the slot `quotes-XSHG@2026-11-24`; whoever begins it holds its lease and
 * polls to the close, over the midday break as well; one that is stopped or dies leaves it to be begun again.
 */
export function watchQuotes(env: RefreshEnvironment, mic: Mic): QuoteWatch {
  let watch: Watch | null = null

  async function end(interrupted: boolean): Promise<void> {
    const ending = watch
    watch = null
    if (ending === null) return
    ending.lease.stop()
    await ending.log.flush()
    await finishRun(env.store, commandContext(env), ending.runId, { interrupted })
  }

  async function begin(session: string): Promise<Watch | null> {
    const slot = { job: 'quotes', slotId: `quotes-${mic}@${session}`, trigger: 'schedule' }
    const times = env.lease ?? pollLease
    const runId = await beginRun(env.store, commandContext(env), slot, times.leaseMs)
    if (runId === null) return null
    const lease = keepLease({ ...env, lease: times }, runId)
    return { session, runId, lease, log: quoteLog(env, runId, mic) }
  }

  return {
    tick: async () => {
      const now = env.clock()
      const state = marketState(mic, now)
      const session = localDate(now, exchangeOf(mic).timeZone)
      if (watch && (watch.session !== session || (state !== 'open' && state !== 'lunch'))) await end(false)
      if (watch?.lease.signal.aborted) await end(true)
      if (state !== 'open' || env.signal?.aborted) return []
      const listings = (await listListings(env.store.sql)).filter((one) => one.mic === mic && isQuoted(one, session))
      if (listings.length === 0) return []
      watch ??= await begin(session)
      if (watch === null) return []
      const { lease, log } = watch
      const began = performance.now()
      try {
        const rows = await refreshQuotes({ ...env, signal: lease.signal }, mic, listings)
        await log.add(rows, { startedAt: now, durationMs: Math.round(performance.now() - began) })
        return rows
      } catch (error) {
        if (!lease.signal.aborted || error !== lease.signal.reason) throw error
        await end(true)
        return []
      }
    },
    stop: () => end(true),
  }
}
