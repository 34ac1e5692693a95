import { endOfTime } from '../connection/endOfTime'
import type { Queryable } from '../connection/sql'

/** What is known of one listing's price series at a glance: its ends, its last closes, where the newest figures came from. */
export interface SeriesStatus {
  readonly symbol: string
  readonly sessions: number
  readonly firstSession: string | null
  readonly lastSession: string | null
  readonly lastSettledSession: string | null
  /** As-traded closes of the last two settled sessions, decimal strings. */
  readonly lastClose: string | null
  readonly previousClose: string | null
  readonly previousSession: string | null
  /** `bundled` until a feed has brought a newer session. */
  readonly feed: string | null
  readonly fetchedAt: Date | null
  readonly asOf: Date | null
  /** Latest attempt of any feed for it. */
  readonly lastAttempt: {
    readonly feed: string
    readonly outcome: string
    readonly error: string | null
    readonly at: string
  } | null
}

// One settled bar of the listing `l` as it was known at `at`, counted from the newest.
const settledFromTheEnd = (sql: Queryable, at: Date, skipped: number) => sql`
  SELECT b.session, COALESCE(r.close, b.close) AS close, COALESCE(r.feed, b.feed) AS feed, COALESCE(r.fetched_at, b.fetched_at) AS fetched_at,
    COALESCE(r.as_of, b.as_of) AS as_of
  FROM bar b LEFT JOIN LATERAL (
    SELECT * FROM bar_revision v WHERE v.listing_id = b.listing_id AND v.session = b.session AND v.revised_at > ${at}::timestamptz
    ORDER BY v.revised_at LIMIT 1) r ON true
  WHERE b.listing_id = l.id AND b.settled AND b.as_of <= ${at}::timestamptz ORDER BY b.session DESC OFFSET ${skipped} LIMIT 1`

/**
 * The status of every listing's series, in display order; with `symbol`, that one or none. With `asOf` as it was known then, attempts included.
 */
export async function seriesStatus(sql: Queryable, symbol?: string, asOf?: Date): Promise<SeriesStatus[]> {
  const at = asOf ?? endOfTime
  return sql<SeriesStatus[]>`
    SELECT l.symbol, COALESCE(ends.sessions, 0)::int AS sessions, ends.first AS "firstSession", ends.last AS "lastSession",
      newest.session AS "lastSettledSession", trim_scale(newest.close)::text AS "lastClose",
      trim_scale(previous.close)::text AS "previousClose", previous.session AS "previousSession",
      newest.feed, newest.fetched_at AS "fetchedAt", newest.as_of AS "asOf", attempt.row AS "lastAttempt"
    FROM listing l
    LEFT JOIN LATERAL (
      SELECT count(*) AS sessions, min(session) AS first, max(session) AS last
      FROM bar WHERE listing_id = l.id AND as_of <= ${at}::timestamptz) ends ON true
    LEFT JOIN LATERAL (${settledFromTheEnd(sql, at, 0)}) newest ON true
    LEFT JOIN LATERAL (${settledFromTheEnd(sql, at, 1)}) previous ON true
    LEFT JOIN LATERAL (
      SELECT jsonb_build_object('feed', a.feed, 'outcome', a.outcome, 'error', a.error, 'at', a.started_at) AS row
      FROM refresh_attempt a WHERE a.listing_id = l.id AND a.started_at <= ${at}::timestamptz
      ORDER BY a.started_at DESC LIMIT 1) attempt ON true
    ${symbol === undefined ? sql`` : sql`WHERE l.symbol = ${symbol}`}
    ORDER BY l.position, l.symbol`
}
