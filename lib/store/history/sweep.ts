import type { Queryable } from '../connection/sql'
import { type CommandContext, requireScope } from '../context'

/** How long it is told what refreshes did, what was asked for and what was sent, in days: a year and some. */
export const historyKeptDays = 400

/** How many rows of each went. */
export interface SweptHistory {
  /** With all of their attempts. */
  readonly runs: number
  readonly requests: number
  readonly deliveries: number
}

/**
 * Deletes runs with their attempts, ended requests and ended messages that are older. Messages of a signal that is told again and again stay as long as one is younger, for
 * they are counted; those that say a series is silent stay, for each is sent once. What people did (the audit), signals, held rows and revisions of bars stay for ever. Harmless on
 * several machines at once. Needs the scope `ingest`.
 */
export async function sweepHistory(sql: Queryable, ctx: CommandContext): Promise<SweptHistory> {
  requireScope(ctx, 'ingest')
  const before = sql`${ctx.now}::timestamptz - make_interval(days => ${historyKeptDays})`
  const runs = await sql`DELETE FROM refresh_run WHERE started_at < ${before} AND outcome <> 'running'`
  const requests = await sql`DELETE FROM refresh_request WHERE state IN ('done', 'failed') AND requested_at < ${before}`
  const deliveries = await sql`
    DELETE FROM delivery d WHERE d.state IN ('delivered', 'failed', 'muted') AND d.kind <> 'no-data' AND d.next_at < ${before}
      AND NOT EXISTS (SELECT 1 FROM delivery later WHERE later.signal_id = d.signal_id AND later.alert_id = d.alert_id AND later.next_at >= ${before})`
  return { runs: runs.count, requests: requests.count, deliveries: deliveries.count }
}
