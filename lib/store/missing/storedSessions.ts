import type { Queryable } from '../connection/sql'

/** The sessions a listing has a bar of, settled or not, ascending. */
export async function storedSessions(sql: Queryable, listingId: number): Promise<string[]> {
  const rows = await sql`SELECT session FROM bar WHERE listing_id = ${listingId} ORDER BY session`.values()
  return rows.map(([session]) => session as string)
}
