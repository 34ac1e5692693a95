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

/** The last stored date and its feed, a pair a row. */
export async function rateStatus(
  sql: Queryable,
): Promise<{ base: string; quote: string; lastDate: string; feed: string; fetchedAt: Date }[]> {
  return sql`
    SELECT DISTINCT ON (base, quote) base, quote, date AS "lastDate", feed, fetched_at AS "fetchedAt" FROM fx_rate ORDER BY base, quote, date DESC`
}
