import type { Queryable } from '../connection/sql'

/** The first `count` settled sessions of a listing, ascending: what an older part of the series is joined to. */
export async function firstSettledSessions(sql: Queryable, listingId: number, count: number): Promise<string[]> {
  const rows = await sql<{ session: string }[]>`
    SELECT session FROM bar WHERE listing_id = ${listingId} AND settled ORDER BY session LIMIT ${count}`
  return rows.map(({ session }) => session)
}
