import type { Queryable } from '../connection/sql'

/** A row that was held back, whatever became of it since. */
export interface HeldSince {
  readonly id: bigint
  readonly symbol: string | null
  readonly entity: string
  /** A session, `2026-05-08 split`, a fiscal label or a date. */
  readonly key: string
  readonly feed: string
  readonly reason: string
  readonly heldAt: Date
}

/** Every row that had been held back by `asOf`, the earliest first. */
export async function readHeldSince(sql: Queryable, asOf: Date): Promise<HeldSince[]> {
  return sql<HeldSince[]>`
    SELECT q.id, l.symbol, q.entity, q.row_key AS key, q.feed, q.reason, q.held_at AS "heldAt"
    FROM quarantine q LEFT JOIN listing l ON l.id = q.listing_id WHERE q.held_at <= ${asOf} ORDER BY q.held_at, q.id`
}
