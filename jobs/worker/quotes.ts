import type { RefreshRow } from '@/lib/ingest/result'
import type { RefreshEnvironment } from '@/lib/ingest/sources'
import { watchQuotes } from '@/lib/ingest/watchQuotes'
import { type Mic, mics } from '@/lib/market/exchange'
import { log, reasonOf } from './log'
import { tellSignals } from './signals'

const failuresOf = (rows: readonly RefreshRow[]) => [
  ...new Set(rows.flatMap(({ feed, error }) => (error ? [`${feed ?? 'no feed'}: ${error.class}`] : []))),
]

/**
 * Looks at each exchange every `everyMs`, so that its live prices are polled while it trades; a look that takes longer is not overtaken. Logs when polling begins to go wrong, or
 * right again, not each time. Returns how to end it; that resolves when nothing runs any more.
 */
export function pollQuotes(env: RefreshEnvironment, everyMs: number): () => Promise<void> {
  const watches = mics.map((mic) => ({
    mic,
    watch: watchQuotes(env, mic),
    said: '',
    looking: null as Promise<void> | null,
  }))
  const say = (of: { mic: Mic; said: string }, text: string) => {
    if (of.said !== text) log(`quotes ${of.mic}: ${text}`)
    of.said = text
  }
  const look = async (of: (typeof watches)[number]) => {
    try {
      const rows = await of.watch.tick()
      if (rows.length === 0) return
      const failures = failuresOf(rows)
      if (rows.some(({ added }) => added > 0)) await tellSignals(env, 'quotes')
      const priced = new Set(rows.flatMap(({ subject, added, unchanged }) => (added + unchanged > 0 ? [subject] : [])))
        .size
      const asked = new Set(rows.map(({ subject }) => subject)).size
      say(
        of,
        `${priced} of ${asked} listings have a live price${failures.length > 0 ? `; ${failures.join(', ')}` : ''}`,
      )
    } catch (error) {
      say(of, `failed in the store: ${reasonOf(error)}`)
    }
  }
  const lookAtAll = () => {
    for (const of of watches) {
      of.looking ??= look(of).finally(() => {
        of.looking = null
      })
    }
  }
  lookAtAll()
  const timer = setInterval(lookAtAll, everyMs)
  return async () => {
    clearInterval(timer)
    await Promise.all(watches.map(({ looking }) => looking))
    for (const { mic, watch } of watches) {
      await watch.stop().catch((error: unknown) => log(`quotes ${mic}: not given up cleanly: ${reasonOf(error)}`))
    }
  }
}
