import type { Queryable } from '../connection/sql'

/** The slug of the company that a listing stands for; null when it has none, as an index. */
export async function companyOfListing(sql: Queryable, listingId: number): Promise<string | null> {
  const [company] = await sql<{ slug: string }[]>`
    SELECT t.slug FROM topic_listing x JOIN topic t ON t.id = x.topic_id WHERE x.listing_id = ${listingId} AND t.kind = 'company' ORDER BY t.id LIMIT 1`
  return company?.slug ?? null
}
