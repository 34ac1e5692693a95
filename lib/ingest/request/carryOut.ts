import { randomUUID } from 'node:crypto'
import type { StoredRequest } from '@/lib/store/request/request'
import { finishRequest, progressRequest, type RequestEnd, returnRequest, takeRequest } from '@/lib/store/request/work'
import { runRefresh } from '../refresh'
import { type RefreshJob, type RefreshResult, refreshJobs } from '../result'
import { commandContext, type RefreshEnvironment } from '../sources'
import { lookUp } from './lookUp'
import { runsSummary, summaryText } from './summary'
import { testFeed } from './testFeed'

const usualBeatMs = 30_000

/** Told how far the work is, from 0 to 1. */
type Progress = (progress: number) => void

function jobsOf({ kind, job, listing }: StoredRequest): readonly RefreshJob[] {
  if (kind === 'backfill') return ['bars']
  const known = refreshJobs.find((one) => one === job)
  if (known !== undefined) return [known]
  return listing === null ? ['bars', 'revenue', 'fx'] : ['bars', 'revenue']
}

async function refreshAsked(
  env: RefreshEnvironment,
  request: StoredRequest,
  progress: Progress,
): Promise<RequestEnd | 'interrupted'> {
  const jobs = jobsOf(request)
  const results: RefreshResult[] = []
  for (const [before, job] of jobs.entries()) {
    const result = await runRefresh(env, {
      job,
      // Another slot each time it is begun: what an earlier worker did is read again, and changes nothing.
      slotId: `request:${request.id}:${job}:${randomUUID()}`,
      trigger: 'request',
      ...(request.listing === null ? {} : { symbols: [request.listing] }),
      ...(request.from === null ? {} : { from: request.from }),
      onProgress: ({ done, total }) => progress((before + (total === 0 ? 1 : done / total)) / jobs.length),
    })
    if (result !== null) results.push(result)
    if (result?.outcome === 'interrupted') return 'interrupted'
  }
  const result = runsSummary(results)
  const rows = results.flatMap((each) => each.rows)
  const failed = rows.length > 0 && rows.every(({ error }) => error !== null)
  const nothing = rows.length === 0 ? 'Nothing to do: the listing is delisted, or no feed has it' : summaryText(result)
  return { state: failed ? 'failed' : 'done', message: nothing, result, runId: results[0]?.runId ?? null }
}

async function endOf(env: RefreshEnvironment, request: StoredRequest, progress: Progress) {
  const { kind, feed, symbol } = request
  if (kind === 'test-feed') return testFeed(env, feed ?? '')
  if (kind === 'look-up') return lookUp(env, symbol ?? '')
  return refreshAsked(env, request, progress)
}

/** What cannot be meant (a day before the calendar, an id that is gone) ends the request; the store failing is thrown. */
async function outcomeOf(env: RefreshEnvironment, request: StoredRequest, progress: Progress) {
  try {
    return await endOf(env, request, progress)
  } catch (error) {
    if (env.signal?.aborted) return 'interrupted'
    if (!(error instanceof RangeError)) throw error
    return { state: 'failed' as const, message: error.message }
  }
}

/**
 * Takes the oldest request that waits and does what it asks for, with its progress written down and its lease kept; null when none waits. One that is interrupted by
 * the environment's signal waits again. Throws when the store fails: its lease then runs out, and another worker takes it.
 */
export async function workOnRequest(env: RefreshEnvironment): Promise<StoredRequest | null> {
  const { sql } = env.store
  const leaseMs = env.lease?.leaseMs
  const request = await takeRequest(sql, commandContext(env), leaseMs)
  if (request === null) return null
  const { id } = request
  let done = 0
  let told: Promise<unknown> = Promise.resolve()
  const write = () => progressRequest(sql, commandContext(env), { id, progress: done }, leaseMs)
  const tell = (progress: number) => {
    done = Math.max(done, progress)
    // The next one may get through; when none does, the lease runs out and another worker takes the request.
    told = told.then(write).catch((error: unknown) => console.error(`the progress of ${id} was not written:`, error))
  }
  const beat = setInterval(() => tell(done), env.lease?.beatMs ?? usualBeatMs)
  try {
    const end = await outcomeOf(env, request, tell)
    await told
    if (end === 'interrupted') await returnRequest(sql, commandContext(env), id)
    else await finishRequest(sql, commandContext(env), id, end)
  } finally {
    clearInterval(beat)
  }
  return request
}
