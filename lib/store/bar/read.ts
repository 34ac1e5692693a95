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

/** The stored bars of a listing in `range` as columns; empty columns when there are none. */
export async function readBars(sql: Queryable, listingId: number, { from, to }: BarRange = {}): Promise<StoredBars> {
  const rows = await sql`
    SELECT session, trim_scale(open)::text, trim_scale(high)::text, trim_scale(low)::text, trim_scale(close)::text, volume, settled,
      feed, fetched_at, as_of
    FROM bar WHERE listing_id = ${listingId}
      AND session >= ${from ?? '0001-01-01'}::date AND session <= ${to ?? '9999-12-31'}::date
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

/** The last `count` settled bars, ascending: session and as-traded close. What a refresh checks a feed's basis against. */
export async function lastSettledCloses(
  sql: Queryable,
  listingId: number,
  count: number,
): Promise<{ session: string; close: string }[]> {
  const rows = await sql<{ session: string; close: string }[]>`
    SELECT session, trim_scale(close)::text AS close FROM bar WHERE listing_id = ${listingId} AND settled ORDER BY session DESC LIMIT ${count}`
  return [...rows].reverse()
}
