import { log } from '@/lib/operation/log'
import type { Store } from '@/lib/store/connection/store'
import { sweepExpired } from '@/lib/store/limit/sweep'
import { keepQuoteWeeks } from '@/lib/store/quote/weeks'

const everyMs = 3_600_000

/** Has what has run out deleted each hour, and the tables of quotes made ahead; returns what stops it. A failure is told and tried again the next time. */
export function keepSwept({ sql }: Store): () => void {
  const timer = setInterval(() => {
    const now = new Date()
    sweepExpired(sql, now).catch((error: unknown) => log().error({ err: error }, 'sweeping what has run out failed'))
    // The worker does so too; quotes may be stored by a command where none runs.
    keepQuoteWeeks(sql, now).catch((error: unknown) =>
      log().error({ err: error }, 'keeping the weeks of quotes failed'),
    )
  }, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}
