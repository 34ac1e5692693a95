import type { Queryable } from '../connection/sql'
import { type RequestKind, type RequestState, requestColumns, type StoredRequest } from './request'

/** Which requests: every condition given must hold. `listing` is a symbol. */
export interface RequestFilter {
  readonly state?: RequestState
  readonly kind?: RequestKind
  readonly listing?: string
  /** At most so many (50 when not given). */
  readonly limit?: number
}

/** Requests, the newest first. */
export async function listRequests(sql: Queryable, filter: RequestFilter = {}): Promise<StoredRequest[]> {
  const { state = null, kind = null, listing = null, limit = 50 } = filter
  return sql<StoredRequest[]>`
    SELECT ${requestColumns(sql)} FROM refresh_request r LEFT JOIN listing l ON l.id = r.listing_id
    WHERE (${state}::text IS NULL OR r.state::text = ${state}) AND (${kind}::text IS NULL OR r.kind = ${kind})
      AND (${listing}::text IS NULL OR l.symbol = ${listing})
    ORDER BY r.requested_at DESC, r.id LIMIT ${limit}`
}

/** The request of an id, or null. */
export async function requestById(sql: Queryable, id: string): Promise<StoredRequest | null> {
  const [request] = await sql<StoredRequest[]>`
    SELECT ${requestColumns(sql)} FROM refresh_request r LEFT JOIN listing l ON l.id = r.listing_id WHERE r.id = ${id}`
  return request ?? null
}
