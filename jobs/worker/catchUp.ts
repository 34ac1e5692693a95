import { lastDue, type ScheduledJob, slotId } from '@/lib/ingest/schedule'
import type { RefreshEnvironment } from '@/lib/ingest/sources'
import { openSlots } from '@/lib/store/run/openSlots'
import { answeredSince } from '@/lib/store/run/since'
import { log, logFailure } from './log'
import { runSlot } from './slots'
import { type BehindListing, listingsBehind, notRunLately } from './stale'

/** What of a missed slot is still to be asked: symbols, everything of the job, or nothing. The sweep waits while other slots of the hour see to the same series. */
async function wantedOf(
  env: RefreshEnvironment,
  { job, filter }: ScheduledJob,
  due: Date,
  behind: readonly BehindListing[],
): Promise<readonly string[] | 'everything' | 'nothing'> {
  if (job !== 'bars') {
    const { feed } = filter
    const answered = await answeredSince(env.store.sql, { job, since: due, ...(feed === undefined ? {} : { feed }) })
    return answered ? 'nothing' : 'everything'
  }
  if (filter.behindOnly && !(await notRunLately(env, job))) return 'nothing'
  const symbols = behind.filter(({ mic }) => filter.mic === undefined || filter.mic === mic).map(({ symbol }) => symbol)
  return symbols.length > 0 ? symbols : 'nothing'
}

/**
 * Runs late, and once, what nobody ran: of each scheduled job the newest slot that is due, when it was never begun (the machine
 * slept, no worker was up) or was left by a worker that was killed and whose lease is over, and only if the series are behind. The slot keeps its id, so
 * that of several workers one runs it. Slots that already ran are left alone, failed or not.
 */
export async function catchUp(env: RefreshEnvironment, jobs: readonly ScheduledJob[]): Promise<void> {
  const now = env.clock()
  const due = new Map(jobs.map((job) => [slotId(job, lastDue(job, now)), job]))
  try {
    const open = await openSlots(env.store.sql, [...due.keys()], now)
    if (open.length === 0) return
    const behind = await listingsBehind(env)
    for (const { slotId: slot, state } of open) {
      const job = due.get(slot)
      if (!job || env.signal?.aborted) continue
      const at = lastDue(job, now)
      const wanted = await wantedOf(env, job, at, behind)
      if (wanted === 'nothing') continue
      log(`${slot} ${state === 'missed' ? 'was missed' : 'was left half-way by a worker'}: it is run now`)
      await runSlot(env, job, at, wanted === 'everything' ? undefined : wanted)
    }
  } catch (error) {
    logFailure('looking for missed slots failed in the store', error)
  }
}
