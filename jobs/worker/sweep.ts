import { commandContext, type RefreshEnvironment } from '@/lib/ingest/sources'
import { sweepLive } from '@/lib/store/live/sweep'
import { log, logFailure } from './log'

const everyMs = 3_600_000

/** Deletes old quotes and old lines of the log of live changes, now and every hour. Returns how to end it. */
export function keepSwept(env: RefreshEnvironment): () => Promise<void> {
  const sweep = async () => {
    try {
      const { lines, quotes } = await sweepLive(env.store.sql, commandContext(env))
      if (lines + quotes > 0) log(`swept ${quotes} old quotes and ${lines} old lines of the live log`)
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
