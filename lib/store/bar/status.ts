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

// A bar stands for a moment of its session's day (the close once settled, a quote's time before): for moments up to `at` no session after the next date is looked at, and for
// later ones none of more than a week before. So a count and the ends of a series look at few rows, however long it is.
const lastPossible = (sql: Queryable, at: Date) => sql`(${at}::timestamptz AT TIME ZONE 'UTC')::date + 1`
const firstLater = (sql: Queryable, at: Date) => sql`(${at}::timestamptz AT TIME ZONE 'UTC')::date - 7`

// One settled bar of the listing `l` as it was known at `at`, counted from the newest.
const settledFromTheEnd = (sql: Queryable, at: Date, skipped: number) => sql`
  SELECT b.session, COALESCE(r.close, b.close) AS close, COALESCE(r.feed, b.feed) AS feed, COALESCE(r.fetched_at, b.fetched_at) AS fetched_at,
    COALESCE(r.as_of, b.as_of) AS as_of
  FROM bar b LEFT JOIN LATERAL (
    SELECT * FROM bar_revision v WHERE v.listing_id = b.listing_id AND v.session = b.session AND v.revised_at > ${at}::timestamptz
    ORDER BY v.revised_at LIMIT 1) r ON true
  WHERE b.listing_id = l.id AND b.session <= ${lastPossible(sql, at)} AND b.settled AND b.as_of <= ${at}::timestamptz ORDER BY b.session DESC OFFSET ${skipped} LIMIT 1`

/**
 * The status of every listing's series, in display order; with `symbols`, of those there are. With `asOf` as it was known then, attempts included.
 */
export async function seriesStatus(sql: Queryable, symbols?: readonly string[], asOf?: Date): Promise<SeriesStatus[]> {
  const at = asOf ?? endOfTime
  return sql<SeriesStatus[]>`
    SELECT l.symbol, COALESCE(v.bars, 0) - later.bars::int AS sessions, first.session AS "firstSession", last.session AS "lastSession",
      newest.session AS "lastSettledSession", trim_scale(newest.close)::text AS "lastClose",
      trim_scale(previous.close)::text AS "previousClose", previous.session AS "previousSession",
      newest.feed, newest.fetched_at AS "fetchedAt", newest.as_of AS "asOf", attempt.row AS "lastAttempt"
    FROM listing l
    LEFT JOIN series_version v ON v.listing_id = l.id
    CROSS JOIN LATERAL (
      SELECT count(*) AS bars FROM bar WHERE listing_id = l.id AND session >= ${firstLater(sql, at)} AND as_of > ${at}::timestamptz) later
    LEFT JOIN LATERAL (
      SELECT session FROM bar WHERE listing_id = l.id AND session <= ${lastPossible(sql, at)} AND as_of <= ${at}::timestamptz
      ORDER BY session LIMIT 1) first ON true
    LEFT JOIN LATERAL (
      SELECT session FROM bar WHERE listing_id = l.id AND session <= ${lastPossible(sql, at)} AND as_of <= ${at}::timestamptz
      ORDER BY session DESC LIMIT 1) last ON true
    LEFT JOIN LATERAL (${settledFromTheEnd(sql, at, 0)}) newest ON true
    LEFT JOIN LATERAL (${settledFromTheEnd(sql, at, 1)}) previous ON true
    LEFT JOIN LATERAL (
      SELECT jsonb_build_object('feed', a.feed, 'outcome', a.outcome, 'error', a.error, 'at', a.started_at) AS row
      FROM refresh_attempt a WHERE a.listing_id = l.id AND a.started_at <= ${at}::timestamptz
      ORDER BY a.started_at DESC LIMIT 1) attempt ON true
    ${symbols === undefined ? sql`` : sql`WHERE l.symbol = ANY(${[...symbols]}::text[])`}
    ORDER BY l.position, l.symbol`
}
