import type { Queryable } from '../connection/sql'
import { type CommandContext, requireScope } from '../context'

/** Moves the earliest wanted session of a listing back to `from`; leaves it where it is when it is earlier already. Needs the scope `ingest`. */
export async function trackFrom(sql: Queryable, ctx: CommandContext, listingId: number, from: string): Promise<void> {
  requireScope(ctx, 'ingest')
  await sql`UPDATE listing SET tracked_from = ${from}, updated_at = ${ctx.now} WHERE id = ${listingId} AND tracked_from > ${from}`
}

/**
 * Moves the earliest wanted session up to the first stored one, when every feed was asked for what lies before and had none. Needs the scope `ingest`.
 */
export async function trackFromFirstStored(sql: Queryable, ctx: CommandContext, listingId: number): Promise<void> {
  requireScope(ctx, 'ingest')
  await sql`
    UPDATE listing l SET tracked_from = b.first, updated_at = ${ctx.now}
    FROM (SELECT min(session) AS first FROM bar WHERE listing_id = ${listingId}) b WHERE l.id = ${listingId} AND b.first > l.tracked_from`
}
