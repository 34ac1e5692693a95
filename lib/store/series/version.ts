import type { Queryable } from '../connection/sql'

/**
 * The version of a listing's stored series (bars, their revisions and actions): equal versions mean equal rows, a later change has a greater one. 0 when nothing was ever
 * stored. Whoever names an answer by it reads it before the rows: then rows may be newer than their name, which the next request finds out, and never older.
 */
export async function seriesVersion(sql: Queryable, listingId: number): Promise<bigint> {
  const [row] = await sql<{ version: bigint }[]>`SELECT version FROM series_version WHERE listing_id = ${listingId}`
  return row?.version ?? 0n
}
