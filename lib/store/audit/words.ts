import type { Queryable } from '../connection/sql'

/** How far back one looks for who did what: enough to choose from, and the same work however long the audit has become. */
const newest = 5_000

/** The actors and the actions among the newest entries, by name. */
export async function auditWords(
  sql: Queryable,
): Promise<{ readonly actors: readonly string[]; readonly actions: readonly string[] }> {
  const [row] = await sql<{ actors: string[]; actions: string[] }[]>`
    SELECT coalesce(array_agg(DISTINCT actor), '{}') AS actors, coalesce(array_agg(DISTINCT action), '{}') AS actions
    FROM (SELECT actor, action FROM audit_entry ORDER BY id DESC LIMIT ${newest}) AS n`
  return row ?? { actors: [], actions: [] }
}
