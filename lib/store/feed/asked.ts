import type { Queryable } from '../connection/sql'

/** SQL of the ids of the feeds that were ever asked, as a column `feed`: from one to the next in the index of attempts, never through all of them. */
export const askedFeeds = (sql: Queryable) => sql`
  WITH RECURSIVE f AS (
    (SELECT feed FROM refresh_attempt ORDER BY feed LIMIT 1)
    UNION ALL
    SELECT next.feed FROM f CROSS JOIN LATERAL (SELECT a.feed FROM refresh_attempt a WHERE a.feed > f.feed ORDER BY a.feed LIMIT 1) next
  ) SELECT feed FROM f`

/** SQL of what an attempt can end as when it did not fail, as an array: the index of attempts is read for each of them. */
export const notFailed = (sql: Queryable) => sql`array_remove(enum_range(NULL::"RunOutcome"), 'failed')`
