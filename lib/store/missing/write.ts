import type { Queryable } from '../connection/sql'
import { type CommandContext, requireScope } from '../context'
import type { MissingSession } from './read'

/** Rows to put as they are, and sessions that are missing no more. */
export interface MissingChanges {
  readonly put: readonly MissingSession[]
  readonly remove: readonly string[]
}

// Feed ids are words without blanks, so that a list of them travels as one text: the driver cannot send an array of arrays.
const words = (ids: readonly string[]) => ids.join(' ')

/**
 * Brings the missing sessions of a listing up to date; no session may be in both lists or twice in one. `seenAt` of a known row stays. Needs the
 * scope `ingest`.
 */
export async function writeMissing(
  sql: Queryable,
  ctx: CommandContext,
  listingId: number,
  { put, remove }: MissingChanges,
): Promise<void> {
  requireScope(ctx, 'ingest')
  if (remove.length > 0) {
    await sql`DELETE FROM missing_session WHERE listing_id = ${listingId} AND session = ANY(${[...remove]}::date[])`
  }
  if (put.length === 0) return
  const column = <T>(of: (row: MissingSession) => T) => put.map(of)
  await sql`
    INSERT INTO missing_session (listing_id, session, state, reason, asked_feeds, null_feeds, seen_at, asked_at)
    SELECT ${listingId}, i.session, i.state::"MissingState", i.reason, string_to_array(i.asked, ' '), string_to_array(i.nulls, ' '), i.seen, i.asked_at
    FROM unnest(${column((row) => row.session)}::date[], ${column((row) => row.state)}::text[], ${column((row) => row.reason)}::text[],
      ${column((row) => words(row.askedFeeds))}::text[], ${column((row) => words(row.nullFeeds))}::text[],
      ${column((row) => row.seenAt.toISOString())}::timestamptz[], ${column((row) => row.askedAt?.toISOString() ?? null)}::timestamptz[])
      AS i(session, state, reason, asked, nulls, seen, asked_at)
    ORDER BY i.session
    ON CONFLICT (listing_id, session) DO UPDATE SET state = excluded.state, reason = excluded.reason, asked_feeds = excluded.asked_feeds,
      null_feeds = excluded.null_feeds, asked_at = excluded.asked_at`
}
