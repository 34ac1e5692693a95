import type { Queryable } from '../connection/sql'
import { type CommandContext, requireScope } from '../context'
import { noteChange } from '../live/note'

/**
 * Closes held rows of a listing whose doubt is over, because the feed's row for that key has since been stored: `keys` are sessions of bars, or `2026-05-08 split` of
 * actions. `feed` null means of any feed. Returns how many. Needs the scope `ingest`.
 */
export async function supersedeHeld(
  sql: Queryable,
  ctx: CommandContext,
  listingId: number,
  {
    entity,
    keys,
    feed,
  }: { readonly entity: 'bar' | 'action'; readonly keys: readonly string[]; readonly feed: string | null },
): Promise<number> {
  requireScope(ctx, 'ingest')
  if (keys.length === 0) return 0
  const result = await sql`
    UPDATE quarantine SET state = 'superseded', closed_at = ${ctx.now}, closed_by = ${ctx.actor}
    WHERE state = 'held' AND listing_id = ${listingId} AND entity = ${entity} AND row_key = ANY(${[...keys]}::text[])
      AND (${feed}::text IS NULL OR feed = ${feed}::text)`
  if (result.count > 0) await noteChange(sql, ctx, 'quarantine')
  return result.count
}
