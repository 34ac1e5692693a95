import type { Queryable } from '../connection/sql'

/** A series by columns, ascending by session: prices as traded (decimal strings), volume in shares, and where each bar came from. */
export interface StoredBars {
  readonly session: string[]
  readonly open: string[]
  readonly high: string[]
  readonly low: string[]
  readonly close: string[]
  readonly volume: (bigint | null)[]
  readonly settled: boolean[]
  readonly feed: string[]
  readonly fetchedAt: Date[]
  readonly asOf: Date[]
}

export interface BarRange {
  /** First session wanted, inclusive. */
  readonly from?: string
  /** Last session wanted, inclusive. */
  readonly to?: string
}

/**
 * The bars of one listing as they could be known at a moment (all of them without one): a bar from the moment its figures stand for, which is
 * its session's close once settled, and a revised value until its revision was seen. When we fetched a row is not asked.
 */
export function barsKnownAt(sql: Queryable, listingId: number, asOf: Date | undefined) {
  if (asOf === undefined) return sql`(SELECT * FROM bar WHERE listing_id = ${listingId})`
  return sql`(
    SELECT b.listing_id, b.session, COALESCE(r.open, b.open) AS open, COALESCE(r.high, b.high) AS high, COALESCE(r.low, b.low) AS low,
      COALESCE(r.close, b.close) AS close, CASE WHEN r.session IS NULL THEN b.volume ELSE r.volume END AS volume, b.settled,
      COALESCE(r.feed, b.feed) AS feed, COALESCE(r.fetched_at, b.fetched_at) AS fetched_at, COALESCE(r.as_of, b.as_of) AS as_of
    FROM bar b LEFT JOIN (
      SELECT DISTINCT ON (session) * FROM bar_revision WHERE listing_id = ${listingId} AND revised_at > ${asOf} ORDER BY session, revised_at
    ) r ON r.session = b.session
    WHERE b.listing_id = ${listingId} AND COALESCE(r.as_of, b.as_of) <= ${asOf})`
}

/** The stored bars of a listing in `range` as columns, with `asOf` as known then; empty columns when there are none. */
export async function readBars(
  sql: Queryable,
  listingId: number,
  { from, to, asOf }: BarRange & { readonly asOf?: Date } = {},
): Promise<StoredBars> {
  const rows = await sql`
    SELECT session, trim_scale(open)::text, trim_scale(high)::text, trim_scale(low)::text, trim_scale(close)::text, volume, settled,
      feed, fetched_at, as_of
    FROM ${barsKnownAt(sql, listingId, asOf)} known
    WHERE session >= ${from ?? '0001-01-01'}::date AND session <= ${to ?? '9999-12-31'}::date
    ORDER BY session`.values()
  const column = <T>(index: number) => rows.map((row) => row[index] as T)
  return {
    session: column<string>(0),
    open: column<string>(1),
    high: column<string>(2),
    low: column<string>(3),
    close: column<string>(4),
    volume: column<bigint | null>(5),
    settled: column<boolean>(6),
    feed: column<string>(7),
    fetchedAt: column<Date>(8),
    asOf: column<Date>(9),
  }
}

/** The last `count` settled bars (with `asOf` as known then), ascending: session and as-traded close. What a refresh checks a feed's basis against. */
export async function lastSettledCloses(
  sql: Queryable,
  listingId: number,
  count: number,
  asOf?: Date,
): Promise<{ session: string; close: string }[]> {
  const rows = await sql<{ session: string; close: string }[]>`
    SELECT session, trim_scale(close)::text AS close FROM ${barsKnownAt(sql, listingId, asOf)} known
    WHERE settled ORDER BY session DESC LIMIT ${count}`
  return [...rows].reverse()
}
