import { type ActionRow, type StoredAction, storedAction } from '../action/read'
import type { Queryable } from '../connection/sql'
import { type SeriesState, stateColumns } from '../series/state'
import { type BarRange, barsKnownAt, columnTexts } from './read'
import type { RevisedSession } from './revisedSessions'

/** A series by columns, each one text: the values of its sessions in ascending order, joined by commas; empty when there are none. */
export interface BarTexts {
  readonly session: string
  /** Prices as traded: decimals without trailing zeros, which is how JSON writes them. */
  readonly open: string
  readonly high: string
  readonly low: string
  readonly close: string
  /** Shares, or `null`. */
  readonly volume: string
  /** `true` or `false`. */
  readonly settled: string
  readonly feed: string
}

/** Everything that an answer about a listing's bars is made of, as it was at one moment of the database. */
export interface SeriesTexts {
  readonly state: SeriesState
  readonly rows: number
  readonly texts: BarTexts
  /** Latest moments of the rows of the range, in UTC; null without any. */
  readonly asOf: Date | null
  readonly fetchedAt: Date | null
  /** Last settled session known at `at`, whatever the range. */
  readonly lastSettledSession: string | null
  /** All known corporate actions, ascending by ex-date. */
  readonly actions: readonly StoredAction[]
  /** The settled bars of the range that had been changed by `at`, ascending. */
  readonly revised: readonly RevisedSession[]
  /** The latest moment that any row of the whole series, or a revision of one, waits for; null without rows. From then on what is known no longer depends on when one looks. */
  readonly latest: Date | null
}

export interface SeriesTextsRange extends BarRange {
  /** The moment that is looked from. */
  readonly at: Date
  /** The columns of all sessions, whatever the range: what adjusts prices may lie outside of it. */
  readonly whole?: boolean
}

interface Row extends SeriesState, Record<keyof BarTexts, string | null> {
  readonly rows: number
  readonly asOf: Date | null
  readonly fetchedAt: Date | null
  readonly lastSettledSession: string | null
  readonly actions: readonly ActionRow[] | null
  readonly revised: readonly { session: string; revisions: number; at: number }[] | null
  readonly latestBar: Date | null
  readonly latestRevision: Date | null
}

/** The bars of `l` as they stand, for when no revision is later than the moment that is looked from: then none has to be rolled back. */
const standing = (sql: Queryable, at: Date) => sql`(SELECT * FROM bar WHERE listing_id = l.id AND as_of <= ${at})`

async function readRow(
  sql: Queryable,
  symbol: string,
  { from = '0001-01-01', to = '9999-12-31', at, whole = false }: SeriesTextsRange,
  bars: ReturnType<typeof standing>,
): Promise<Row | null> {
  const inRange = sql`session >= ${from}::date AND session <= ${to}::date`
  const [read, counted] = whole ? [sql`true`, sql`FILTER (WHERE ${inRange})`] : [inRange, sql``]
  const [row] = await sql<Row[]>`
    SELECT ${stateColumns(sql)}, b.*, last.session AS "lastSettledSession",
      (SELECT max(as_of) FROM bar WHERE listing_id = l.id) AS "latestBar",
      (SELECT max(revised_at) FROM bar_revision WHERE listing_id = l.id) AS "latestRevision",
      (SELECT json_agg(json_build_object('exDate', ex_date, 'kind', kind, 'numerator', ratio_numerator, 'denominator', ratio_denominator,
         'cash', trim_scale(cash)::text, 'currency', currency, 'feed', feed, 'source', source) ORDER BY ex_date, kind)
       FROM corporate_action WHERE listing_id = l.id) AS actions,
      (SELECT json_agg(json_build_object('session', session, 'revisions', revisions, 'at', at) ORDER BY session) FROM (
         SELECT session, count(*) AS revisions, extract(epoch FROM max(revised_at)) * 1000 AS at FROM bar_revision
         WHERE listing_id = l.id AND revised_at <= ${at} AND ${inRange} GROUP BY session) r) AS revised
    FROM listing l LEFT JOIN series_version v ON v.listing_id = l.id
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS rows, ${columnTexts(sql)},
        max(as_of) ${counted} AS "asOf", max(fetched_at) ${counted} AS "fetchedAt"
      FROM (SELECT * FROM ${bars} known WHERE ${read} ORDER BY session) ordered) b
    LEFT JOIN LATERAL (
      SELECT session FROM ${bars} known WHERE settled ORDER BY session DESC LIMIT 1) last ON true
    WHERE l.symbol = ${symbol}`
  return row ?? null
}

function later(a: Date | null, b: Date | null): Date | null {
  return a !== null && (b === null || a >= b) ? a : b
}

/**
 * The bars of the listing of `symbol` in a range (both ends included) as they could be known at `at`, with their version and what else an answer needs, by one statement: so all of it
 * is of one moment of the database. (By two, when a revision is later than `at`.) Columns come as texts, which costs the database and us a quarter of what rows cost. Null when
 * there is no such listing.
 */
export async function readSeriesTexts(
  sql: Queryable,
  symbol: string,
  range: SeriesTextsRange,
): Promise<SeriesTexts | null> {
  const first = await readRow(sql, symbol, range, standing(sql, range.at))
  const isLater = first?.latestRevision && first.latestRevision > range.at
  const row = isLater ? await readRow(sql, symbol, range, barsKnownAt(sql, first.id, range.at)) : first
  if (row === null) return null
  const { id, name, mic, kind, currency, dividendsKnownTo, version } = row
  return {
    state: { id, symbol, name, mic, kind, currency, dividendsKnownTo, version },
    rows: row.rows,
    texts: {
      session: row.session ?? '',
      open: row.open ?? '',
      high: row.high ?? '',
      low: row.low ?? '',
      close: row.close ?? '',
      volume: row.volume ?? '',
      settled: row.settled ?? '',
      feed: row.feed ?? '',
    },
    asOf: row.asOf,
    fetchedAt: row.fetchedAt,
    lastSettledSession: row.lastSettledSession,
    actions: (row.actions ?? []).map(storedAction),
    revised: (row.revised ?? []).map(({ session: day, revisions, at }) => ({
      ...{ session: day, revisions, lastRevisedAt: new Date(at) },
    })),
    latest: later(row.latestBar, row.latestRevision),
  }
}
