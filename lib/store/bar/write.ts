import type { Queryable } from '../connection/sql'
import { type CommandContext, requireScope } from '../context'
import { noteListingChange } from '../live/note'

/** One bar to store: as-traded prices as decimal strings, volume in shares. */
export interface BarInput {
  readonly session: string
  readonly open: string
  readonly high: string
  readonly low: string
  readonly close: string
  readonly volume: bigint | null
  readonly settled: boolean
  /** Moment the figures stand for. */
  readonly asOf: Date
}

export interface BarSource {
  readonly feed: string
  readonly feedSymbol: string
  readonly fetchedAt: Date
}

export interface WriteCounts {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
}

const columns = (bars: readonly BarInput[]) => ({
  session: bars.map((bar) => bar.session),
  open: bars.map((bar) => bar.open),
  high: bars.map((bar) => bar.high),
  low: bars.map((bar) => bar.low),
  close: bars.map((bar) => bar.close),
  volume: bars.map((bar) => (bar.volume === null ? null : String(bar.volume))),
  // The driver cannot send an array of booleans: words, cast twice.
  settled: bars.map((bar) => String(bar.settled)),
  asOf: bars.map((bar) => bar.asOf.toISOString()),
})

/**
 * Stores bars of one listing in one statement: new sessions are added, differing values replaced, equal ones left alone (a second run
 * changes nothing). The old value of a settled bar goes to a revision row in the same statement; a settled bar is never replaced by an
 * unsettled one. Needs the scope `ingest`. Sessions must be unique; prices out of order are refused by the database.
 */
export async function writeBars(
  sql: Queryable,
  ctx: CommandContext,
  listingId: number,
  bars: readonly BarInput[],
  source: BarSource,
): Promise<WriteCounts> {
  requireScope(ctx, 'ingest')
  const c = columns(bars)
  const [row] = await sql<{ added: number; changed: number }[]>`
    WITH incoming AS (
      SELECT * FROM unnest(${c.session}::date[], ${c.open}::numeric[], ${c.high}::numeric[], ${c.low}::numeric[], ${c.close}::numeric[],
        ${c.volume}::bigint[], ${c.settled}::text[]::boolean[], ${c.asOf}::timestamptz[])
        AS i(session, open, high, low, close, volume, settled, as_of)
    ), held AS (
      SELECT b.* FROM bar b JOIN incoming i USING (session) WHERE b.listing_id = ${listingId} ORDER BY b.session FOR UPDATE OF b
    ), differing AS (
      SELECT i.* FROM incoming i LEFT JOIN held h USING (session)
      WHERE h.session IS NULL OR (NOT (h.settled AND NOT i.settled)
        AND (h.open, h.high, h.low, h.close, h.volume, h.settled) IS DISTINCT FROM (i.open, i.high, i.low, i.close, i.volume, i.settled))
    ), revised AS (
      INSERT INTO bar_revision (listing_id, session, revised_at, open, high, low, close, volume, feed, feed_symbol, fetched_at, as_of)
      SELECT h.listing_id, h.session, ${source.fetchedAt}, h.open, h.high, h.low, h.close, h.volume, h.feed, h.feed_symbol, h.fetched_at, h.as_of
      FROM held h JOIN differing USING (session) WHERE h.settled
    ), written AS (
      INSERT INTO bar (listing_id, session, open, high, low, close, volume, settled, feed, feed_symbol, fetched_at, as_of)
      SELECT ${listingId}, session, open, high, low, close, volume, settled, ${source.feed}, ${source.feedSymbol}, ${source.fetchedAt}, as_of
      FROM differing ORDER BY session
      ON CONFLICT (listing_id, session) DO UPDATE SET open = excluded.open, high = excluded.high, low = excluded.low, close = excluded.close,
        volume = excluded.volume, settled = excluded.settled, feed = excluded.feed, feed_symbol = excluded.feed_symbol,
        fetched_at = excluded.fetched_at, as_of = excluded.as_of
      RETURNING (xmax = 0) AS added
    )
    SELECT count(*) FILTER (WHERE added)::int AS added, count(*) FILTER (WHERE NOT added)::int AS changed FROM written`
  const { added, changed } = row ?? { added: 0, changed: 0 }
  // The day's unsettled bar follows the live price, and so do its readers; what was settled concerns others.
  const topic = bars.some(({ settled }) => settled) ? 'bars' : 'quotes'
  if (added + changed > 0) await noteListingChange(sql, ctx, topic, listingId)
  return { added, changed, unchanged: bars.length - added - changed }
}

/** Adds the sessions that are not stored yet and leaves all others alone, whatever they hold. Returns how many were added. */
export async function addMissingBars(
  sql: Queryable,
  ctx: CommandContext,
  listingId: number,
  bars: readonly BarInput[],
  source: BarSource,
): Promise<number> {
  requireScope(ctx, 'ingest')
  const c = columns(bars)
  const result = await sql`
    INSERT INTO bar (listing_id, session, open, high, low, close, volume, settled, feed, feed_symbol, fetched_at, as_of)
    SELECT ${listingId}, i.session, i.open, i.high, i.low, i.close, i.volume, i.settled, ${source.feed}, ${source.feedSymbol}, ${source.fetchedAt}, i.as_of
    FROM unnest(${c.session}::date[], ${c.open}::numeric[], ${c.high}::numeric[], ${c.low}::numeric[], ${c.close}::numeric[],
      ${c.volume}::bigint[], ${c.settled}::text[]::boolean[], ${c.asOf}::timestamptz[]) AS i(session, open, high, low, close, volume, settled, as_of)
    ORDER BY i.session ON CONFLICT (listing_id, session) DO NOTHING`
  if (result.count > 0) await noteListingChange(sql, ctx, 'bars', listingId)
  return result.count
}
