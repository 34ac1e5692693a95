import type { Queryable } from '../connection/sql'
import type { HeldSource } from './hold'

/** The keys of a source's bars of which an admin has rejected or released some row. */
export async function answeredBarKeys(sql: Queryable, { feed, listingId }: HeldSource): Promise<ReadonlySet<string>> {
  const rows = await sql<{ key: string }[]>`
    SELECT DISTINCT row_key AS key FROM quarantine
    WHERE state IN ('rejected', 'released') AND entity = 'bar' AND feed = ${feed} AND listing_id IS NOT DISTINCT FROM ${listingId}::int`
  return new Set(rows.map(({ key }) => key))
}
