import type { Queryable } from '../connection/sql'
import { type CommandContext, requireScope } from '../context'
import { noteListingChange } from '../live/note'
import { assertEachOnce, incomingBars } from './incoming'
import type { BarInput, BarSource, WriteCounts } from './input'
import { mergeBars } from './merge'
import { fewestCopied, topicOf, writeBarsOf } from './writeMany'

export type { BarInput, BarSource, WriteCounts } from './input'

/**
 * Stores bars of one listing: new sessions are added, differing values replaced, equal ones left alone (a second run changes nothing). The old value of a settled bar goes to a
 * revision row with it; a settled bar is never replaced by an unsettled one. Few bars are one statement, many go by COPY and one merge. Needs the scope `ingest`. Throws a
 * RangeError for a session that comes twice; prices out of order are refused by the database, and then nothing of it is kept.
 */
export async function writeBars(
  sql: Queryable,
  ctx: CommandContext,
  listingId: number,
  bars: readonly BarInput[],
  source: BarSource,
): Promise<WriteCounts> {
  requireScope(ctx, 'ingest')
  const batch = { listingId, bars, source }
  const nothing = { added: 0, changed: 0 }
  if (bars.length >= fewestCopied) {
    const [counts] = await writeBarsOf(sql, ctx, [batch])
    return counts ?? { ...nothing, unchanged: 0 }
  }
  assertEachOnce(batch)
  const [{ added, changed } = nothing] = await mergeBars(sql, incomingBars(sql, batch), [batch])
  if (added + changed > 0) await noteListingChange(sql, ctx, topicOf(bars), listingId)
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
  const result = await sql`
    INSERT INTO bar (listing_id, session, open, high, low, close, volume, settled, feed, feed_symbol, fetched_at, as_of)
    SELECT i.listing_id, i.session, i.open, i.high, i.low, i.close, i.volume, i.settled, ${source.feed}, ${source.feedSymbol}, ${source.fetchedAt}, i.as_of
    FROM ${incomingBars(sql, { listingId, bars })} i ORDER BY i.session ON CONFLICT (listing_id, session) DO NOTHING`
  if (result.count > 0) await noteListingChange(sql, ctx, 'bars', listingId)
  return result.count
}
