import { type RefreshOrder, runRefresh } from '@/lib/ingest/refresh'
import type { RefreshResult } from '@/lib/ingest/result'
import { type ScheduledJob, slotId } from '@/lib/ingest/schedule'
import type { RefreshEnvironment } from '@/lib/ingest/sources'
import { withFields } from '@/lib/operation/fields'
import { log, logFailure } from './log'
import { tellSignals } from './signals'
import { listingsBehind, notRunLately } from './stale'

function told({ outcome, rows }: RefreshResult): string {
  const sum = (key: 'added' | 'changed' | 'unchanged' | 'held') => rows.reduce((total, row) => total + row[key], 0)
  const counts = `${sum('added')} new, ${sum('changed')} changed, ${sum('unchanged')} unchanged, ${sum('held')} held`
  const errors = rows.flatMap(({ subject, error }) => (error ? [`${subject}: ${error.message}`] : []))
  return `${outcome}: ${counts}${errors.length > 0 ? `; ${errors.join('; ')}` : ''}`
}

/** Runs one order, then evaluates the rules, and says so in lines. A failing store is a line too: the next slot tries again, and never sooner. */
async function runOrder(env: RefreshEnvironment, order: RefreshOrder): Promise<void> {
  const { slotId: slot } = order
  try {
    const result = await runRefresh(env, order)
    if (result === null) log(`${slot} is done by another worker`, { slot })
    else {
      log(`${slot} ${told(result)}`, { slot, runId: result.runId, job: result.job, outcome: result.outcome })
      // Also when it brought nothing: time has passed, and people may have changed things since.
      await withFields({ slot, runId: result.runId }, () => tellSignals(env, 'all'))
    }
  } catch (error) {
    logFailure(`${slot} failed in the store`, error, { slot })
  }
}

/**
 * Runs a scheduled job's slot, unless another worker has it. With `symbols` only these; a slot for what is behind finds them itself, and is done when
 * there are none.
 */
export async function runSlot(
  env: RefreshEnvironment,
  scheduled: ScheduledJob,
  at: Date,
  onlySymbols?: readonly string[],
): Promise<void> {
  const slot = slotId(scheduled, at)
  const { mic, feed, behindOnly } = scheduled.filter
  try {
    const behind = behindOnly && !onlySymbols ? (await listingsBehind(env)).map(({ symbol }) => symbol) : undefined
    const symbols = onlySymbols ?? behind
    if (symbols?.length === 0) log(`${slot} nothing is behind`)
    await runOrder(env, {
      job: scheduled.job,
      slotId: slot,
      trigger: 'schedule',
      ...(mic === undefined ? {} : { mic }),
      ...(feed === undefined ? {} : { feed }),
      ...(symbols === undefined ? {} : { symbols }),
    })
  } catch (error) {
    logFailure(`${slot} failed in the store`, error, { slot })
  }
}

/**
 * What a worker does once at its start, after the slots that were missed: what is behind all the same (its slot failed), unless that was tried just now. The slot
 * is the hour, so that workers that start together do it once, and one that is restarted again and again does not ask the feeds each time.
 */
export async function refreshStale(env: RefreshEnvironment): Promise<void> {
  const hour = env.clock().toISOString().slice(0, 13)
  const order = (job: RefreshOrder['job']) => ({ job, slotId: `start:${job}:${hour}`, trigger: 'start' })
  try {
    const symbols = (await listingsBehind(env)).map(({ symbol }) => symbol)
    if (symbols.length === 0) log('every series of prices is fresh')
    else {
      log(`behind: ${symbols.join(', ')}`)
      if (await notRunLately(env, 'bars')) await runOrder(env, { ...order('bars'), symbols })
    }
    for (const job of ['revenue', 'fx'] as const) {
      if (!env.signal?.aborted && (await notRunLately(env, job))) await runOrder(env, order(job))
    }
  } catch (error) {
    logFailure('the refresh at the start failed in the store', error)
  }
}
