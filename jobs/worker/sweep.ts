import { commandContext, type RefreshEnvironment } from '@/lib/ingest/sources'
import { sweepHistory } from '@/lib/store/history/sweep'
import { sweepLive } from '@/lib/store/live/sweep'
import { log, logFailure } from './log'

const everyMs = 3_600_000

/** Deletes old quotes, old lines of the log of live changes and what is too old of the history of work, now and every hour. Returns how to end it. */
export function keepSwept(env: RefreshEnvironment): () => Promise<void> {
  const sweep = async () => {
    try {
      const { lines, quoteWeeks } = await sweepLive(env.store.sql, commandContext(env))
      if (lines + quoteWeeks > 0) log(`swept ${quoteWeeks} old weeks of quotes and ${lines} old lines of the live log`)
      const { runs, requests, deliveries } = await sweepHistory(env.store.sql, commandContext(env))
      if (runs + requests + deliveries > 0) {
        log(`swept ${runs} old runs, ${requests} old requests and ${deliveries} old messages`)
      }
    } catch (error) {
      logFailure('sweeping failed in the store', error)
    }
  }
  let last = sweep()
  const timer = setInterval(() => {
    last = sweep()
  }, everyMs)
  return async () => {
    clearInterval(timer)
    await last
  }
}
