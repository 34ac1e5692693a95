import type { Queryable } from '../connection/sql'

/** A listing whose missing figures somebody wants to be told of. */
export interface WatchedListing {
  readonly alertId: string
  readonly symbol: string
  readonly mic: string
  /** Its last settled session; null when it has none. */
  readonly lastSession: string | null
}

/** The listings of the enabled alerts that want to be told when figures are missing, with what is stored of each. */
export async function watchedForData(sql: Queryable): Promise<WatchedListing[]> {
  return sql<WatchedListing[]>`
    SELECT a.id AS "alertId", l.symbol, l.mic,
      (SELECT b.session FROM bar b WHERE b.listing_id = l.id AND b.settled ORDER BY b.session DESC LIMIT 1) AS "lastSession"
    FROM alert_rule a JOIN listing l ON l.status = 'listed' AND (a.listings = '{}' OR l.symbol = ANY(a.listings))
    WHERE a.enabled AND a.options->>'noData' = 'true' ORDER BY a.id, l.position`
}
