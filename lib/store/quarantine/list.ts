import type { Queryable } from '../connection/sql'
import type { Store } from '../connection/store'

/** `held` waits for an admin; `released` and `rejected` are the admin's answers; `superseded` was stored from the feed once its doubt was over. */
export const quarantineStates = ['held', 'released', 'rejected', 'superseded'] as const
export type QuarantineState = (typeof quarantineStates)[number]

/** A row that was held back, with what became of it. Moments in UTC. */
export interface QuarantineRow {
  readonly id: bigint
  /** The listing's symbol; null for rows of no listing. */
  readonly listing: string | null
  readonly listingId: number | null
  readonly entity: string
  /** A session, `2026-05-08 split`, a fiscal label or a date. */
  readonly key: string
  readonly feed: string
  readonly reason: string
  readonly payload: unknown
  readonly state: QuarantineState
  readonly heldAt: Date
  readonly closedAt: Date | null
  readonly closedBy: string | null
}

/** Which rows: all when nothing is given. `listing` is a symbol. */
export interface QuarantineFilter {
  readonly state?: QuarantineState
  readonly listing?: string
  readonly feed?: string
  /** What was held: `bar`, `action`, `revenue`, `shares`, `rate`. */
  readonly entity?: string
  /** Only rows with a smaller id: where to go on reading. */
  readonly until?: bigint
  /** At most so many, the newest (1,000 when not given). */
  readonly limit?: number
}

const columns = (sql: Queryable) => sql`
  q.id, l.symbol AS listing, q.listing_id AS "listingId", q.entity, q.row_key AS key, q.feed, q.reason, q.payload, q.state,
  q.held_at AS "heldAt", q.closed_at AS "closedAt", q.closed_by AS "closedBy"`

/** Held rows, the newest first. */
export async function listQuarantine(
  { sql }: Pick<Store, 'sql'>,
  { state, listing, feed, entity, until, limit = 1000 }: QuarantineFilter = {},
): Promise<QuarantineRow[]> {
  return sql<QuarantineRow[]>`
    SELECT ${columns(sql)} FROM quarantine q LEFT JOIN listing l ON l.id = q.listing_id
    WHERE (${state ?? null}::text IS NULL OR q.state = ${state ?? null}::text)
      AND (${listing ?? null}::text IS NULL OR l.symbol = ${listing ?? null}::text)
      AND (${feed ?? null}::text IS NULL OR q.feed = ${feed ?? null}::text)
      AND (${entity ?? null}::text IS NULL OR q.entity = ${entity ?? null}::text)
      AND (${until === undefined ? null : String(until)}::bigint IS NULL OR q.id < ${until === undefined ? null : String(until)}::bigint)
    ORDER BY q.id DESC LIMIT ${limit}`
}

/** One row by its id; null when there is none. */
export async function quarantineRow(sql: Queryable, id: bigint): Promise<QuarantineRow | null> {
  const [row] = await sql<QuarantineRow[]>`
    SELECT ${columns(sql)} FROM quarantine q LEFT JOIN listing l ON l.id = q.listing_id WHERE q.id = ${String(id)}::bigint`
  return row ?? null
}

/** One row by its id, locked until the transaction ends; null when there is none. Only inside a transaction. */
export async function lockQuarantineRow(sql: Queryable, id: bigint): Promise<QuarantineRow | null> {
  const [row] = await sql<QuarantineRow[]>`
    SELECT ${columns(sql)} FROM quarantine q LEFT JOIN listing l ON l.id = q.listing_id WHERE q.id = ${String(id)}::bigint FOR UPDATE OF q`
  return row ?? null
}
