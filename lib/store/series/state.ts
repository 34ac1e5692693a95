import type { Queryable } from '../connection/sql'

/** What an answer about a listing's series says of the listing, and the version of the series it was made of. */
export interface SeriesState {
  readonly id: number
  readonly symbol: string
  readonly name: string
  readonly mic: string
  readonly kind: 'equity' | 'adr' | 'index'
  readonly currency: string
  /** Last session to which cash dividends are known to be complete. */
  readonly dividendsKnownTo: string | null
  /**
   * Of the stored series (bars, their revisions and actions): equal versions mean equal rows, a later change has a greater one. 0 when nothing was ever stored. Whoever names an answer by
   * it reads it before the rows or with them: then rows may be newer than their name, which the next request finds out, and never older.
   */
  readonly version: bigint
}

/** The columns of `SeriesState` of a listing `l` and its row `v` of series_version. */
export const stateColumns = (sql: Queryable) => sql`
  l.id, l.symbol, l.name, l.mic, l.kind::text, l.currency, l.dividends_known_to AS "dividendsKnownTo", COALESCE(v.version, 0) AS version`

/** The states of the listings among `symbols` that there are, by symbol: two index probes each. */
export async function seriesStates(sql: Queryable, symbols: readonly string[]): Promise<Map<string, SeriesState>> {
  // Joined, not compared with ANY: for that Postgres plans anew each time, which takes longer than the probes.
  const rows = await sql<SeriesState[]>`
    SELECT ${stateColumns(sql)} FROM unnest(${[...symbols]}::text[]) AS asked(symbol) JOIN listing l ON l.symbol = asked.symbol
    LEFT JOIN series_version v ON v.listing_id = l.id`
  return new Map(rows.map((row) => [row.symbol, row]))
}
