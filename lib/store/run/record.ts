import type { Store } from '../connection/store'
import { type CommandContext, requireScope } from '../context'
import { noteChange } from '../live/note'

/** What one request for one series to one feed did. Counts are rows. */
export interface AttemptRecord {
  readonly feed: string
  /** Symbol, topic slug or currency pair. */
  readonly subject: string
  readonly listingId: number | null
  readonly outcome: 'succeeded' | 'partly' | 'failed'
  readonly errorClass: string | null
  readonly error: string | null
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly held: number
  readonly startedAt: Date
  readonly durationMs: number
}

/** Writes down one attempt of a run, under the run's job. Throws when there is no such run. */
export async function recordAttempt(
  { sql }: Store,
  ctx: CommandContext,
  runId: string,
  attempt: AttemptRecord,
): Promise<void> {
  requireScope(ctx, 'ingest')
  const {
    feed,
    subject,
    listingId,
    outcome,
    errorClass,
    error,
    added,
    changed,
    unchanged,
    held,
    startedAt,
    durationMs,
  } = attempt
  const written = await sql`
    INSERT INTO refresh_attempt (run_id, job, feed, subject, listing_id, outcome, error_class, error, added, changed, unchanged, held, started_at, duration_ms)
    SELECT r.id, r.job, ${feed}, ${subject}, ${listingId}::int, ${outcome}::"RunOutcome", ${errorClass}, ${error}, ${added}::int, ${changed}::int,
      ${unchanged}::int, ${held}::int, ${startedAt}::timestamptz, ${durationMs}::int
    FROM refresh_run r WHERE r.id = ${runId}`
  if (written.count === 0) throw new Error(`There is no run ${runId} to write an attempt of`)
}

/**
 * Closes a run: its outcome and counts are those of its attempts. One that was ended half-way (`interrupted`) counts as abandoned. A run that
 * was meanwhile taken for dead stays abandoned.
 */
export async function finishRun(
  { prisma, sql }: Store,
  ctx: CommandContext,
  runId: string,
  { interrupted = false }: { interrupted?: boolean } = {},
): Promise<void> {
  requireScope(ctx, 'ingest')
  const attempts = await prisma.refreshAttempt.findMany({ where: { runId } })
  const sum = (key: 'added' | 'changed' | 'unchanged' | 'held') =>
    attempts.reduce((total, attempt) => total + attempt[key], 0)
  const failed = attempts.filter(({ outcome }) => outcome === 'failed').length
  const partly = failed > 0 || attempts.some(({ outcome }) => outcome === 'partly')
  const outcome = interrupted
    ? 'abandoned'
    : failed > 0 && failed === attempts.length
      ? 'failed'
      : partly
        ? 'partly'
        : 'succeeded'
  await sql.begin(async (tx) => {
    const [run] = await tx<{ job: string }[]>`
      UPDATE refresh_run SET outcome = ${outcome}::"RunOutcome", finished_at = ${ctx.now}, added = ${sum('added')}, changed = ${sum('changed')},
        unchanged = ${sum('unchanged')}, held = ${sum('held')}
      WHERE id = ${runId} AND outcome = 'running' RETURNING job`
    if (run !== undefined) await noteChange(tx, ctx, 'runs', run.job)
  })
}
