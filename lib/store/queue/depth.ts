import type { Queryable } from '../connection/sql'

/** How much of one kind of work is in one state, and since when the oldest of it is there. */
export interface QueueDepth {
  readonly queue: 'refresh_request' | 'delivery'
  readonly state: string
  readonly rows: number
  readonly oldestAt: Date
}

/** What of the requests for refreshes and of the deliveries is waiting or being done. */
export async function queueDepths(sql: Queryable): Promise<QueueDepth[]> {
  return sql<QueueDepth[]>`
    SELECT 'refresh_request' AS queue, state::text, count(*)::int AS rows, min(requested_at) AS "oldestAt"
    FROM refresh_request WHERE state IN ('waiting', 'running') GROUP BY 2
    UNION ALL
    SELECT 'delivery', state::text, count(*)::int, min(created_at) FROM delivery WHERE state IN ('waiting', 'sending') GROUP BY 2
    ORDER BY 1, 2`
}
