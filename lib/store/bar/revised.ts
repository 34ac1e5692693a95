import type { Queryable } from '../connection/sql'

/** The sessions of a listing whose bar was changed after it had settled, ascending; of the revisions seen up to `asOf`. */
export async function revisedSessions(sql: Queryable, listingId: number, asOf: Date): Promise<string[]> {
  const rows = await sql<{ session: string }[]>`
    SELECT DISTINCT session FROM bar_revision WHERE listing_id = ${listingId} AND revised_at <= ${asOf} ORDER BY session`
  return rows.map(({ session }) => session)
}
