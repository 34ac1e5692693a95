import type { FeedErrorClass } from '@/lib/feeds/types'

/** What can be refreshed. */
export const refreshJobs = ['bars', 'actions', 'revenue', 'fx', 'quotes'] as const
export type RefreshJob = (typeof refreshJobs)[number]

/** Why an attempt failed: the class and a sentence that names the feed, what was asked and what came. */
export interface RefreshFailure {
  readonly class: FeedErrorClass
  readonly message: string
}

/** What one attempt did. Counts are rows: sessions, quarters and share counts, days of a rate, corporate actions, or live prices. */
export interface AttemptResult {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** Rows this attempt could not store; they are in quarantine. */
  readonly held: number
  /** Corporate actions that came along with bars and were new. */
  readonly newActions: number
  readonly error: RefreshFailure | null
}

/** One attempt: a series asked of a feed. A series that went on to a second feed has two. */
export interface RefreshRow extends AttemptResult {
  readonly job: RefreshJob
  /** Symbol, topic slug or currency pairs. */
  readonly subject: string
  /** Id of the feed; null when no feed covers the subject. */
  readonly feed: string | null
}

export type RefreshOutcome = 'succeeded' | 'partly' | 'failed' | 'interrupted'

/** The rows of one run. */
export interface RefreshResult {
  readonly runId: string
  readonly job: RefreshJob
  readonly outcome: RefreshOutcome
  readonly rows: readonly RefreshRow[]
}

/** A result in which nothing happened. */
export const nothingDone: AttemptResult = {
  added: 0,
  changed: 0,
  unchanged: 0,
  held: 0,
  newActions: 0,
  error: null,
}

/** Of attempts: failed when all did, partly when some did or rows were held back, else succeeded. */
export function outcomeOf(rows: readonly AttemptResult[]): Exclude<RefreshOutcome, 'interrupted'> {
  const failed = rows.filter(({ error }) => error !== null).length
  if (failed > 0 && failed === rows.length) return 'failed'
  return failed > 0 || rows.some(({ held }) => held > 0) ? 'partly' : 'succeeded'
}
