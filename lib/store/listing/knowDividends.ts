import type { Queryable } from '../connection/sql'
import { type CommandContext, requireScope } from '../context'

/**
 * Writes down that all cash dividends of a listing from `from` to `to` (dates, both included) are known. It counts only when nothing is left
 * open before: when `from` is not after the earliest wanted session, or joins on what was known. Needs the scope `ingest`.
 */
export async function knowDividends(
  sql: Queryable,
  ctx: CommandContext,
  listingId: number,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  requireScope(ctx, 'ingest')
  await sql`
    UPDATE listing SET dividends_known_to = ${to}, updated_at = ${ctx.now}
    WHERE id = ${listingId} AND kind <> 'index' AND (tracked_from >= ${from} OR dividends_known_to >= ${from})
      AND (dividends_known_to IS NULL OR dividends_known_to < ${to})`
}
