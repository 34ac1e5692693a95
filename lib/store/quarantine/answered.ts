import type { Queryable } from '../connection/sql'
import { type HeldSource, ofListing } from './hold'

/** The keys of a source's bars of which an admin has rejected or released some row. */
export async function answeredBarKeys(sql: Queryable, { feed, listingId }: HeldSource): Promise<ReadonlySet<string>> {
  const rows = await sql<{ key: string }[]>`
    SELECT DISTINCT q.row_key AS key FROM quarantine q
    WHERE q.state IN ('rejected', 'released') AND q.entity = 'bar' AND q.feed = ${feed} AND ${ofListing(sql, listingId)}`
  return new Set(rows.map(({ key }) => key))
}
