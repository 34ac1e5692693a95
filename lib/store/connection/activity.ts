import type { Queryable } from './sql'

/** The connections of one program to our database in one state. */
export interface ConnectionCount {
  /** `tidemark web`, `tidemark worker`, ... as the program calls itself. */
  readonly application: string
  /** `active`, `idle`, `idle in transaction`, ... */
  readonly state: string
  readonly connections: number
}

/** Who is connected to our database, and how many connections the server admits to all of its databases. */
export async function connectionCounts(
  sql: Queryable,
): Promise<{ readonly counts: readonly ConnectionCount[]; readonly most: number }> {
  const [counts, [limit]] = await Promise.all([
    sql<ConnectionCount[]>`
      SELECT coalesce(nullif(application_name, ''), 'unnamed') AS application, coalesce(state, 'unknown') AS state, count(*)::int AS connections
      FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend' GROUP BY 1, 2 ORDER BY 1, 2`,
    sql<{ most: number }[]>`SELECT current_setting('max_connections')::int AS most`,
  ])
  return { counts, most: limit?.most ?? 0 }
}
