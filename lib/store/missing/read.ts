import type { Queryable } from '../connection/sql'

export const missingReasons = ['halt', 'not-listed', 'feed-gap'] as const
/** Why a session has no bar: no trade that day, before the listing, or no feed has it. */
export type MissingReason = (typeof missingReasons)[number]

/** A session of the exchange's calendar that a listing has no bar for. */
export interface MissingSession {
  readonly session: string
  /** `permanent` once every feed of the listing was asked; until then it is asked for again. */
  readonly state: 'open' | 'permanent'
  /** While open only what the answers so far point to, null when they say nothing. */
  readonly reason: MissingReason | null
  /** Ids of the feeds that have later sessions and not this one, or nothing at all. */
  readonly askedFeeds: readonly string[]
  /** Ids of the feeds that list it without a price. */
  readonly nullFeeds: readonly string[]
  /** When it was first found missing. */
  readonly seenAt: Date
  /** When a feed last answered a request that covered it. */
  readonly askedAt: Date | null
}

/** The missing sessions of a listing as last brought up to date, ascending. */
export async function readMissing(sql: Queryable, listingId: number): Promise<MissingSession[]> {
  return sql<MissingSession[]>`
    SELECT session, state::text, reason, COALESCE(asked_feeds, '{}') AS "askedFeeds", COALESCE(null_feeds, '{}') AS "nullFeeds",
      seen_at AS "seenAt", asked_at AS "askedAt"
    FROM missing_session WHERE listing_id = ${listingId} ORDER BY session`
}
