import type { WriteCounts } from '../bar/write'
import type { Queryable } from '../connection/sql'
import { type CommandContext, requireScope } from '../context'
import { noteChange } from '../live/note'

/** One count to store; see the store's ShareCount. */
export interface ShareCountInput {
  readonly asOf: string
  readonly knownAt: Date
  readonly shares: bigint
  readonly document: string
}

/**
 * Stores share counts of a topic in one statement: a row with the same day and known-at takes the new count, equal ones are left alone, others are added.
 * Needs the scope `ingest`.
 */
export async function writeShareCounts(
  sql: Queryable,
  ctx: CommandContext,
  topic: string,
  rows: readonly ShareCountInput[],
  { feed, fetchedAt }: { feed: string; fetchedAt: Date },
): Promise<WriteCounts> {
  requireScope(ctx, 'ingest')
  if (rows.length === 0) return { added: 0, changed: 0, unchanged: 0 }
  const written = await sql<{ added: boolean }[]>`
    INSERT INTO share_count (topic_id, as_of, known_at, shares, document, feed, fetched_at)
    SELECT t.id, i.*, ${feed}, ${fetchedAt}::timestamptz FROM topic t, unnest(${rows.map((row) => row.asOf)}::date[],
      ${rows.map((row) => row.knownAt.toISOString())}::timestamptz[], ${rows.map((row) => String(row.shares))}::text[]::bigint[],
      ${rows.map((row) => row.document)}::text[]) AS i(as_of, known_at, shares, document)
    WHERE t.slug = ${topic} ORDER BY i.as_of, i.known_at
    ON CONFLICT (topic_id, as_of, known_at) DO UPDATE SET shares = excluded.shares, document = excluded.document, feed = excluded.feed,
      fetched_at = excluded.fetched_at WHERE share_count.shares <> excluded.shares
    RETURNING (xmax = 0) AS added`
  if (written.length > 0) await noteChange(sql, ctx, 'revenue', topic)
  const added = written.filter((row) => row.added).length
  return { added, changed: written.length - added, unchanged: rows.length - written.length }
}
