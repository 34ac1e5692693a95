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
  const { state, kind, listing, limit = 50 } = filter
  // Only the conditions that there are: with those that may be null in it no index is of use to a plan for all of them.
  return sql<StoredRequest[]>`
    SELECT ${requestColumns(sql)} FROM refresh_request r LEFT JOIN listing l ON l.id = r.listing_id
    WHERE true ${state === undefined ? sql`` : sql`AND r.state = ${state}::"RequestState"`} ${kind === undefined ? sql`` : sql`AND r.kind = ${kind}`}
      ${listing === undefined ? sql`` : sql`AND l.symbol = ${listing}`}
    ORDER BY r.requested_at DESC, r.id LIMIT ${limit}`
}

/** The request of an id, or null. */
export async function requestById(sql: Queryable, id: string): Promise<StoredRequest | null> {
  const [request] = await sql<StoredRequest[]>`
    SELECT ${requestColumns(sql)} FROM refresh_request r LEFT JOIN listing l ON l.id = r.listing_id WHERE r.id = ${id}`
  return request ?? null
}
