import type { Queryable } from '../connection/sql'
import type { LiveTopic } from './topics'

/** One line of the log of live changes. */
export interface LiveLine {
  readonly id: bigint
  readonly topic: LiveTopic
  readonly key: string
  /** Number of the transaction that wrote it. */
  readonly transaction: bigint
}

/** Lines, and up to where the log was complete when they were read: every transaction of a lower number than `horizon` had ended. */
export interface LiveLines {
  readonly horizon: bigint
  readonly lines: readonly LiveLine[]
  /** Where a replica is read from: a position in the primary's log at or beyond the lines. */
  readonly position?: bigint
}

/**
 * The lines of transactions from `since` on that are committed by now. Whoever has read with one horizon and reads again from it misses nothing, whatever the order of
 * commits: a transaction below the horizon had ended, so its lines were either seen or are none; one at or above it is in the next answer. Lines may come twice, never not
 * at all. (Ids tell nothing of the kind: they are given out when a line is written and become visible at the commit, so 7 may appear after 8.) Lines and horizon are of one
 * snapshot, because they are of one statement.
 */
export async function readLiveLines(sql: Queryable, since: bigint): Promise<LiveLines> {
  const rows = await sql<{ horizon: bigint; id: bigint | null; topic: LiveTopic; key: string; transaction: bigint }[]>`
    SELECT s.horizon, c.id, c.topic, c.key, c.transaction
    FROM (SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS horizon) s
    LEFT JOIN live_change c ON c.transaction >= ${since} ORDER BY c.id`
  const horizon = rows[0]?.horizon ?? since
  return {
    horizon,
    lines: rows.flatMap(({ id, topic, key, transaction }) => (id === null ? [] : [{ id, topic, key, transaction }])),
  }
}

/** Where the log stands: what to read from for everything that is committed from now on. */
export async function liveHorizon(sql: Queryable): Promise<bigint> {
  const [row] = await sql<{ horizon: bigint }[]>`
    SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS horizon`
  if (row === undefined) throw new Error('Postgres did not say which transactions have ended')
  return row.horizon
}
