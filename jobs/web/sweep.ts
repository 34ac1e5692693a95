import type { Store } from '@/lib/store/connection/store'
import { sweepExpired } from '@/lib/store/limit/sweep'

const everyMs = 3_600_000

/** Has what has run out deleted each hour; returns what stops it. A failure is told and tried again the next time. */
export function keepSwept({ sql }: Store): () => void {
  const timer = setInterval(() => {
    sweepExpired(sql, new Date()).catch((error: unknown) => console.error('Sweeping what has run out failed:', error))
  }, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}
