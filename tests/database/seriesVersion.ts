import type { Queryable } from '@/lib/store/connection/sql'

/** The version of a listing's stored series, as in `SeriesState`; 0 when nothing was ever stored. */
export async function seriesVersion(sql: Queryable, listingId: number): Promise<bigint> {
  const [row] = await sql<{ version: bigint }[]>`SELECT version FROM series_version WHERE listing_id = ${listingId}`
  return row?.version ?? 0n
}
