import type { Queryable } from '../connection/sql'

/** A range of sessions of a listing, both ends included. */
export interface ListingRange {
  readonly symbol: string
  readonly from: string
  readonly to: string
}

/** How many sessions each listing has a bar of within its range, settled or not. Listings with none are in it with 0. */
export async function countBarsWithin(sql: Queryable, ranges: readonly ListingRange[]): Promise<Map<string, number>> {
  if (ranges.length === 0) return new Map()
  // All but the few outside: what is inside may be years.
  const rows = await sql<{ symbol: string; stored: number }[]>`
    SELECT l.symbol, COALESCE(v.bars, 0)
      - (SELECT count(*) FROM bar b WHERE b.listing_id = l.id AND b.session < i.first)::int
      - (SELECT count(*) FROM bar b WHERE b.listing_id = l.id AND b.session > i.last)::int AS stored
    FROM unnest(${ranges.map(({ symbol }) => symbol)}::text[], ${ranges.map(({ from }) => from)}::date[],
      ${ranges.map(({ to }) => to)}::date[]) AS i(symbol, first, last)
    JOIN listing l ON l.symbol = i.symbol LEFT JOIN series_version v ON v.listing_id = l.id`
  return new Map(rows.map(({ symbol, stored }) => [symbol, stored]))
}
