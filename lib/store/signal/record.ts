import type { Queryable } from '../connection/sql'
import { type CommandContext, requireScope } from '../context'
import { noteChange, noteListingChange } from '../live/note'

/** A rule's condition that came true. */
export interface NewSignal {
  readonly ruleId: number
  /** The same text whenever the same thing is found again. */
  readonly cause: string
  readonly listingId: number | null
  readonly session: string | null
  /** From when it could be known, in UTC. */
  readonly knownAt: Date
  /** The figures that made it true, as they stood. */
  readonly numbers: Readonly<Record<string, unknown>>
}

/** What was recorded of it. */
export interface RecordedSignal {
  readonly id: bigint
  readonly ruleId: number
  readonly cause: string
  readonly listingId: number | null
  readonly knownAt: Date
}

/**
 * Writes the signals whose cause their rule has not told of yet, found at `ctx.now`, and returns those. One sorted statement: of two evaluators at once each cause
 * is written by one of them, and neither waits for the other in a circle. Readers are told with it: only inside a transaction. Needs the scope `ingest`.
 */
export async function recordSignals(
  sql: Queryable,
  ctx: CommandContext,
  signals: readonly NewSignal[],
): Promise<RecordedSignal[]> {
  requireScope(ctx, 'ingest')
  if (signals.length === 0) return []
  const column = <T>(of: (signal: NewSignal) => T) => signals.map(of)
  const recorded = await sql<RecordedSignal[]>`
    INSERT INTO signal (rule_id, cause, listing_id, session, known_at, found_at, numbers)
    SELECT i.rule_id, i.cause, i.listing_id, i.session, i.known_at, ${ctx.now}, i.numbers::jsonb
    FROM unnest(${column(({ ruleId }) => ruleId)}::int[], ${column(({ cause }) => cause)}::text[], ${column(({ listingId }) => listingId)}::int[],
      ${column(({ session }) => session)}::date[], ${column(({ knownAt }) => knownAt.toISOString())}::timestamptz[],
      ${column(({ numbers }) => JSON.stringify(numbers))}::text[]) AS i(rule_id, cause, listing_id, session, known_at, numbers)
    ORDER BY i.rule_id, i.cause
    ON CONFLICT (rule_id, cause) DO NOTHING
    RETURNING id, rule_id AS "ruleId", cause, listing_id AS "listingId", known_at AS "knownAt"`
  for (const id of new Set(recorded.map(({ listingId }) => listingId))) {
    await (id === null ? noteChange(sql, ctx, 'signals') : noteListingChange(sql, ctx, 'signals', id))
  }
  return recorded
}
