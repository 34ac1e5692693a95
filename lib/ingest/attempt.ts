import { feedPolicies } from '@/lib/feeds/policy'
import { FeedError } from '@/lib/feeds/types'
import { recordAttempt } from '@/lib/store/run/record'
import { type AttemptResult, nothingDone, outcomeOf, type RefreshJob, type RefreshRow } from './result'
import { commandContext, type RefreshEnvironment } from './sources'

/** What an attempt is about. */
export interface AttemptSubject {
  readonly runId: string
  readonly job: RefreshJob
  readonly subject: string
  readonly feed: { readonly id: string; readonly name: string }
  readonly listingId: number | null
}

/**
 * Asks a feed. Everything it throws becomes a FeedError, so that a fault in one feed's reading cannot end a refresh; only the
 * caller's own abort stays what it is.
 */
export async function askFeed<T>(
  env: RefreshEnvironment,
  { feed, subject }: Pick<AttemptSubject, 'feed' | 'subject'>,
  ask: () => Promise<T>,
): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    env.signal?.throwIfAborted()
    if (error instanceof FeedError) throw error
    const said = error instanceof Error ? error.message : String(error)
    throw new FeedError(
      feed.id,
      'not-the-format',
      `${feed.name} answered what could not be read for ${subject}: ${said}`,
    )
  }
}

/** Does the work within the feed's limits; a FeedError, ours included, is a result. */
async function withinLimits(
  { sources: { limits } }: RefreshEnvironment,
  { feed, subject }: AttemptSubject,
  work: () => Promise<AttemptResult>,
): Promise<AttemptResult> {
  let entered = false
  try {
    await limits?.enter(feed.id, subject)
    entered = true
    const result = await work()
    await limits?.settle(feed.id, null)
    return result
  } catch (error) {
    if (!(error instanceof FeedError)) throw error
    if (entered) await limits?.settle(feed.id, error)
    return { ...nothingDone, error: { class: error.errorClass, message: error.message } }
  }
}

/**
 * Does one attempt and writes it down. A FeedError is a result; anything else (the store failing, the refresh being ended) is thrown and leaves
 * no record.
 */
export async function attempt(
  env: RefreshEnvironment,
  about: AttemptSubject,
  work: () => Promise<AttemptResult>,
): Promise<RefreshRow> {
  const startedAt = env.clock()
  const began = performance.now()
  const result = await withinLimits(env, about, work)
  const { newActions: _, error, ...counts } = result
  await recordAttempt(env.store, commandContext(env), about.runId, {
    feed: about.feed.id,
    subject: about.subject,
    listingId: about.listingId,
    outcome: outcomeOf([result]),
    errorClass: error?.class ?? null,
    error: error?.message ?? null,
    ...counts,
    startedAt,
    durationMs: Math.round(performance.now() - began),
  })
  return { job: about.job, subject: about.subject, feed: about.feed.id, ...result }
}

/** Whether the next feed in order is to be asked after this attempt. */
export function asksNextFeed({ error }: AttemptResult): boolean {
  return error !== null && feedPolicies[error.class].afterwards === 'next-feed'
}
