import type { Queryable } from '../connection/sql'
import type { QuarantineState } from './list'

/** How many rows of a kind stand in a state. */
export interface QuarantineCount {
  /** The listing's symbol; null for rows of no listing, such as rates. */
  readonly listing: string | null
  readonly entity: string
  readonly state: QuarantineState
  readonly rows: number
}

/** The rows ever held back, counted by listing, kind of row and state. */
export async function countQuarantine(sql: Queryable): Promise<QuarantineCount[]> {
  return sql<QuarantineCount[]>`
    SELECT l.symbol AS listing, q.entity, q.state, count(*)::int AS rows
    FROM quarantine q LEFT JOIN listing l ON l.id = q.listing_id GROUP BY l.symbol, q.entity, q.state ORDER BY l.symbol, q.entity, q.state`
}
