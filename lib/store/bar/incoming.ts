import type postgres from 'postgres'
import type { Queryable } from '../connection/sql'
import type { BarBatch } from './input'

/**
 * The bars of a batch as a relation of listing_id, session, open, high, low, close, volume, settled, as_of, sent by columns: for few rows. Prices have the places that the
 * store keeps, so that one with more is not another price at every run.
 */
export function incomingBars(
  sql: Queryable,
  { listingId, bars }: Pick<BarBatch, 'listingId' | 'bars'>,
): postgres.Fragment {
  return sql`(
    SELECT ${listingId}::int AS listing_id, u.* FROM unnest(${bars.map((bar) => bar.session)}::date[],
      ${bars.map((bar) => bar.open)}::numeric(20,6)[], ${bars.map((bar) => bar.high)}::numeric(20,6)[],
      ${bars.map((bar) => bar.low)}::numeric(20,6)[], ${bars.map((bar) => bar.close)}::numeric(20,6)[],
      ${bars.map(({ volume }) => (volume === null ? null : String(volume)))}::bigint[],
      ${/* The driver cannot send an array of booleans: words, cast twice. */ bars.map((bar) => String(bar.settled))}::text[]::boolean[],
      ${bars.map((bar) => bar.asOf.toISOString())}::timestamptz[])
      AS u(session, open, high, low, close, volume, settled, as_of))`
}

/** Passes when no session of a batch comes twice; else throws a RangeError that names it: nothing says which of the two is right. */
export function assertEachOnce({ listingId, bars }: Pick<BarBatch, 'listingId' | 'bars'>): void {
  // Nearly all come ascending, and then each is looked at once.
  const unordered = bars.some(({ session }, i) => i > 0 && !((bars[i - 1]?.session ?? '') < session))
  if (!unordered) return
  const seen = new Set<string>()
  for (const { session } of bars) {
    if (seen.has(session)) throw new RangeError(`bars of the listing ${listingId} hold ${session} twice`)
    seen.add(session)
  }
}
