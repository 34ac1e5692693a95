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

/**
 * The columns of bars that come in order, each as one text with commas between the values (null without bars): decimals without trailing zeros, `null` for no volume. As rows they would cost the
 * driver ten times as much. (The ids of feeds hold no comma.)
 */
export const columnTexts = (sql: Queryable) => sql`
  string_agg(session::text, ',') AS session, string_agg(trim_scale(open)::text, ',') AS open, string_agg(trim_scale(high)::text, ',') AS high,
  string_agg(trim_scale(low)::text, ',') AS low, string_agg(trim_scale(close)::text, ',') AS close,
  string_agg(COALESCE(volume::text, 'null'), ',') AS volume, string_agg(settled::text, ',') AS settled, string_agg(feed, ',') AS feed`

const valuesOf = (text: string | null | undefined): string[] => (text ? text.split(',') : [])
const datesOf = (text: string | null | undefined): Date[] => valuesOf(text).map((at) => new Date(Number(at)))

/** The stored bars of a listing in `range` as columns, with `asOf` as known then; empty columns when there are none. */
export async function readBars(
  sql: Queryable,
  listingId: number,
  { from, to, asOf }: BarRange & { readonly asOf?: Date } = {},
): Promise<StoredBars> {
  const [texts] = await sql<Record<keyof StoredBars, string | null>[]>`
    SELECT ${columnTexts(sql)}, string_agg((date_part('epoch', fetched_at) * 1000)::bigint::text, ',') AS "fetchedAt",
      string_agg((date_part('epoch', as_of) * 1000)::bigint::text, ',') AS "asOf"
    FROM (
      SELECT * FROM ${barsKnownAt(sql, listingId, asOf)} known
      WHERE session >= ${from ?? '0001-01-01'}::date AND session <= ${to ?? '9999-12-31'}::date ORDER BY session) ordered`
  return {
    session: valuesOf(texts?.session),
    open: valuesOf(texts?.open),
    high: valuesOf(texts?.high),
    low: valuesOf(texts?.low),
    close: valuesOf(texts?.close),
    volume: valuesOf(texts?.volume).map((shares) => (shares === 'null' ? null : BigInt(shares))),
    settled: valuesOf(texts?.settled).map((word) => word === 'true'),
    feed: valuesOf(texts?.feed),
    fetchedAt: datesOf(texts?.fetchedAt),
    asOf: datesOf(texts?.asOf),
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
