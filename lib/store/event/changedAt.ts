import type { Queryable } from '../connection/sql'

/** When each of some events was last changed, by slug. */
export async function eventsChangedAt(sql: Queryable, slugs: readonly string[]): Promise<Map<string, Date>> {
  const rows = await sql<{ slug: string; at: Date }[]>`
    SELECT slug, updated_at AS at FROM event WHERE slug = ANY (${[...slugs]})`
  return new Map(rows.map(({ slug, at }) => [slug, at]))
}
