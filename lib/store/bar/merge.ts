import type postgres from 'postgres'
import type { Queryable } from '../connection/sql'
import type { BarBatch } from './input'

/** Rows added and changed of a listing. */
export interface Merged {
  readonly listingId: number
  readonly added: number
  readonly changed: number
}

// An unsettled bar never replaces a settled one, and an equal one replaces nothing.
const replaces = (sql: Queryable, next: postgres.Fragment) => sql`
  NOT (b.settled AND NOT ${next}.settled) AND (b.open, b.high, b.low, b.close, b.volume, b.settled)
    IS DISTINCT FROM (${next}.open, ${next}.high, ${next}.low, ${next}.close, ${next}.volume, ${next}.settled)`

/**
 * Merges `incoming` (a relation of listing_id, session, open, high, low, close, volume, settled, as_of) into the stored bars in one statement: new sessions are added, differing
 * values replaced, equal ones left alone and not even locked. The old value of a settled bar goes to a revision row. Rows are locked and written in the order of their key. Listings of
 * which nothing was written are not in the answer.
 */
export async function mergeBars(
  sql: Queryable,
  incoming: postgres.Fragment,
  batches: readonly Pick<BarBatch, 'listingId' | 'source'>[],
): Promise<Merged[]> {
  const ids = sql`${batches.map(({ listingId }) => listingId)}::int[]`
  const source = sql`unnest(${ids}, ${batches.map((batch) => batch.source.feed)}::text[],
    ${batches.map((batch) => batch.source.feedSymbol)}::text[], ${batches.map((batch) => batch.source.fetchedAt.toISOString())}::timestamptz[])
    AS s(listing_id, feed, feed_symbol, fetched_at)`
  return sql<Merged[]>`
    WITH candidate AS MATERIALIZED (
      SELECT i.*, b.session IS NULL AS fresh
      FROM ${incoming} i LEFT JOIN bar b ON b.listing_id = i.listing_id AND b.session = i.session AND b.listing_id = ANY(${ids})
      WHERE b.session IS NULL OR (${replaces(sql, sql`i`)})
    ), held AS MATERIALIZED (
      SELECT b.* FROM candidate c JOIN bar b ON b.listing_id = c.listing_id AND b.session = c.session AND b.listing_id = ANY(${ids})
      WHERE NOT c.fresh AND ${replaces(sql, sql`c`)} ORDER BY b.listing_id, b.session FOR UPDATE OF b
    ), revised AS (
      INSERT INTO bar_revision (listing_id, session, revised_at, open, high, low, close, volume, feed, feed_symbol, fetched_at, as_of)
      SELECT h.listing_id, h.session, s.fetched_at, h.open, h.high, h.low, h.close, h.volume, h.feed, h.feed_symbol, h.fetched_at, h.as_of
      FROM held h JOIN ${source} USING (listing_id) WHERE h.settled
    ), changed AS (
      UPDATE bar b SET open = c.open, high = c.high, low = c.low, close = c.close, volume = c.volume, settled = c.settled, feed = s.feed,
        feed_symbol = s.feed_symbol, fetched_at = s.fetched_at, as_of = c.as_of
      FROM candidate c JOIN held h USING (listing_id, session) JOIN ${source} USING (listing_id)
      WHERE b.listing_id = c.listing_id AND b.session = c.session AND b.listing_id = ANY(${ids}) RETURNING b.listing_id
    ), added AS (
      INSERT INTO bar (listing_id, session, open, high, low, close, volume, settled, feed, feed_symbol, fetched_at, as_of)
      SELECT c.listing_id, c.session, c.open, c.high, c.low, c.close, c.volume, c.settled, s.feed, s.feed_symbol, s.fetched_at, c.as_of
      FROM candidate c JOIN ${source} USING (listing_id) WHERE c.fresh ORDER BY c.listing_id, c.session
      ON CONFLICT (listing_id, session) DO NOTHING RETURNING listing_id
    )
    SELECT listing_id AS "listingId", count(*) FILTER (WHERE fresh)::int AS added, count(*) FILTER (WHERE NOT fresh)::int AS changed
    FROM (SELECT listing_id, true AS fresh FROM added UNION ALL SELECT listing_id, false FROM changed) AS written GROUP BY listing_id`
}
