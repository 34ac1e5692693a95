import type { Queryable } from '../connection/sql'

/**
 * How far the primary has written its log, in bytes since its beginning: at or beyond every transaction that can be seen there now. What is not on its disk yet no replica is
 * sent, so it counts only where commits do not wait for the disk.
 */
export async function primaryPosition(sql: Queryable): Promise<bigint> {
  const [row] = await sql<{ position: bigint }[]>`
    SELECT pg_wal_lsn_diff(
      CASE current_setting('synchronous_commit') WHEN 'off' THEN pg_current_wal_insert_lsn() ELSE pg_current_wal_flush_lsn() END, '0/0')::int8 AS position`
  if (row === undefined) throw new Error('Postgres did not say how far its log is written')
  return row.position
}

/** How far a replica has carried out the log of its primary; null when the server is no replica. */
export async function replayedPosition(sql: Queryable): Promise<bigint | null> {
  const [row] = await sql<{ position: bigint | null }[]>`
    SELECT CASE WHEN pg_is_in_recovery() THEN pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0')::int8 END AS position`
  return row?.position ?? null
}
