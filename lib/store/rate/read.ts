import type { Queryable } from '../connection/sql'

/** Reference rates of one pair, ascending: units of the quote currency for one of the base, decimal strings. */
export interface StoredRates {
  readonly date: string[]
  readonly rate: string[]
  readonly feed: string | null
}

/** All rates of `base`/`quote` from `from` on (all when not given). */
export async function readRates(
  sql: Queryable,
  base: string,
  quote: string,
  from = '0001-01-01',
): Promise<StoredRates> {
  const rows = await sql<{ date: string; rate: string; feed: string }[]>`
    SELECT date, trim_scale(rate)::text AS rate, feed FROM fx_rate WHERE base = ${base} AND quote = ${quote} AND date >= ${from} ORDER BY date`
  return { date: rows.map((row) => row.date), rate: rows.map((row) => row.rate), feed: rows.at(-1)?.feed ?? null }
}

/** What is stored of a pair at a glance: how many days, the first and the last, and where the last came from. */
export interface RateStatus {
  readonly base: string
  readonly quote: string
  readonly days: number
  readonly firstDate: string
  readonly lastDate: string
  readonly feed: string
  readonly fetchedAt: Date
}

/** The status of every pair with rates. */
export async function rateStatus(sql: Queryable): Promise<RateStatus[]> {
  return sql<RateStatus[]>`
    SELECT base, quote, count(*)::int AS days, min(date) AS "firstDate", max(date) AS "lastDate", (array_agg(feed ORDER BY date DESC))[1] AS feed,
      (array_agg(fetched_at ORDER BY date DESC))[1] AS "fetchedAt"
    FROM fx_rate GROUP BY base, quote ORDER BY base, quote`
}
