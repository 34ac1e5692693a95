import type { Queryable } from '../connection/sql'

/** How long quotes are kept, in days, and at most a week more; bars hold what lasts. */
export const quotesKeptDays = 7

/**
 * Makes the tables of the weeks to come behind `quote` ahead of time and drops those whose quotes are all too old; returns how many were dropped. Harmless on several machines
 * at once: one does it. Rejects with Postgres's lock timeout when somebody holds the table for longer than a second; nothing is changed then, and quotes go on being stored.
 */
export async function keepQuoteWeeks(sql: Queryable, now: Date): Promise<number> {
  const [row] = await sql<{ dropped: number }[]>`
    SELECT keep_quote_weeks(${now}::timestamptz, make_interval(days => ${quotesKeptDays})) AS dropped`
  return row?.dropped ?? 0
}
