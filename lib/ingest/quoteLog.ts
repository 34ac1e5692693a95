import { recordAttempt } from '@/lib/store/run/record'
import { outcomeOf, type RefreshRow } from './result'
import { commandContext, type RefreshEnvironment } from './sources'

/** How often a feed that answers as before is written down all the same. */
const everyMs = 15 * 60_000

interface Kept {
  /** Outcome and class of failure: what makes a poll another one than those before. */
  readonly key: string
  readonly startedAt: Date
  durationMs: number
  added: number
  unchanged: number
  rows: readonly RefreshRow[]
}

/** Keeps the record of polls short. */
export interface QuoteLog {
  /** Takes in what one poll did. */
  add(rows: readonly RefreshRow[], poll: { readonly startedAt: Date; readonly durationMs: number }): Promise<void>
  /** Writes down what is still only kept. */
  flush(): Promise<void>
}

/**
 * The attempts of the polls of one run. A poll every 15 seconds would write thousands of rows a day that all say the same, so a feed's polls are summed up in one, which is
 * written when it begins to answer differently, a quarter of an hour after the last one, and at the end. `subject` names the exchange.
 */
export function quoteLog(env: RefreshEnvironment, runId: string, subject: string): QuoteLog {
  const kept = new Map<string, Kept>()

  async function write(feed: string): Promise<void> {
    const sum = kept.get(feed)
    kept.delete(feed)
    if (sum === undefined) return
    const { startedAt, durationMs, added, unchanged, rows } = sum
    const error = rows.find((row) => row.error !== null)?.error ?? null
    const counts = { added, changed: 0, unchanged, held: 0 }
    await recordAttempt(env.store, commandContext(env), runId, {
      ...{ feed, subject, listingId: null, outcome: outcomeOf(rows), startedAt, durationMs, ...counts },
      ...{ errorClass: error?.class ?? null, error: error?.message ?? null },
    })
  }

  return {
    add: async (rows, { startedAt, durationMs }) => {
      for (const feed of new Set(rows.map((row) => row.feed ?? ''))) {
        const own = rows.filter((row) => row.feed === feed)
        const failure = own.find(({ error }) => error !== null)?.error?.class ?? ''
        const key = `${outcomeOf(own)} ${failure}`
        const sum = kept.get(feed)
        const old = sum !== undefined && startedAt.getTime() - sum.startedAt.getTime() >= everyMs
        if (sum === undefined || sum.key !== key || old) {
          await write(feed)
          kept.set(feed, { key, startedAt, durationMs, added: 0, unchanged: 0, rows: own })
        }
        const now = kept.get(feed)
        if (now === undefined) continue
        now.durationMs = durationMs
        now.rows = own
        for (const row of own) {
          now.added += row.added
          now.unchanged += row.unchanged
        }
      }
    },
    flush: async () => {
      for (const feed of [...kept.keys()]) await write(feed)
    },
  }
}
