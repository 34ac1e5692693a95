import type { Queryable } from '../connection/sql'
import { type CommandContext, requireScope } from '../context'

/** A row that could not be stored, whole, with the reason. */
export interface HeldRow {
  readonly entity: 'bar' | 'action' | 'revenue' | 'rate'
  readonly key: string
  readonly reason: string
  readonly payload: unknown
}

/** Holds rows back for an admin. A row already held for the same reason is not held twice. Returns how many are new. */
export async function holdRows(
  sql: Queryable,
  ctx: CommandContext,
  rows: readonly HeldRow[],
  { feed, listingId }: { feed: string; listingId: number | null },
): Promise<number> {
  requireScope(ctx, 'ingest')
  if (rows.length === 0) return 0
  const payload = rows.map(
    (row) => JSON.stringify(row.payload, (_, value) => (typeof value === 'bigint' ? String(value) : value)) ?? 'null',
  )
  const result = await sql`
    INSERT INTO quarantine (listing_id, entity, row_key, feed, reason, payload, held_at)
    SELECT ${listingId}::int, i.entity, i.key, ${feed}, i.reason, i.payload::jsonb, ${ctx.now}
    FROM unnest(${rows.map((r) => r.entity)}::text[], ${rows.map((r) => r.key)}::text[], ${rows.map((r) => r.reason)}::text[], ${payload}::text[])
      AS i(entity, key, reason, payload)
    WHERE NOT EXISTS (SELECT 1 FROM quarantine q WHERE q.state = 'held' AND q.entity = i.entity AND q.row_key = i.key AND q.feed = ${feed}
      AND q.reason = i.reason AND q.listing_id IS NOT DISTINCT FROM ${listingId}::int)`
  return result.count
}
