import { endOfTime } from '../connection/endOfTime'
import type { Queryable } from '../connection/sql'
import type { QuoteInput } from './write'

/** The newest live price of a listing: as traded, decimal strings, volume in shares since the open. */
export interface StoredQuote extends QuoteInput {
  readonly listingId: number
  readonly feed: string
  readonly fetchedAt: Date
}

/** The newest live price of each of the listings, of `asOf` or before where given. Listings without one are left out. */
export async function latestQuotes(
  sql: Queryable,
  listingIds: readonly number[],
  asOf: Date = endOfTime,
): Promise<StoredQuote[]> {
  return sql<StoredQuote[]>`
    SELECT q.listing_id AS "listingId", q.at, trim_scale(q.price)::text AS price, trim_scale(q.open)::text AS open, trim_scale(q.high)::text AS high,
      trim_scale(q.low)::text AS low, trim_scale(q.previous_close)::text AS "previousClose", q.volume, q.feed, q.fetched_at AS "fetchedAt"
    FROM unnest(${[...listingIds]}::int[]) AS l(id)
    JOIN LATERAL (SELECT * FROM quote WHERE listing_id = l.id AND at <= ${asOf}::timestamptz ORDER BY at DESC LIMIT 1) q ON true`
}
