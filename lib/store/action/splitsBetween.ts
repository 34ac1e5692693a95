import type { Queryable } from '../connection/sql'
import type { StoredAction } from './read'

/** A split of a listing. */
export type ListingSplit = Extract<StoredAction, { kind: 'split' }> & { readonly listingId: number }

/** Two sessions of a listing: splits after the first, up to and with the second. None are looked for where one is null. */
export interface BetweenSessions {
  readonly listingId: number
  readonly after: string | null
  readonly to: string | null
}

/** The splits between two sessions of each of the listings, in one statement; ascending by listing and ex-date. */
export async function readSplitsBetween(sql: Queryable, between: readonly BetweenSessions[]): Promise<ListingSplit[]> {
  return sql<ListingSplit[]>`
    SELECT i.listing_id AS "listingId", 'split' AS kind, a.ex_date AS "exDate", a.ratio_numerator AS numerator, a.ratio_denominator AS denominator, a.feed, a.source
    FROM unnest(${between.map(({ listingId }) => listingId)}::int[], ${between.map(({ after }) => after)}::date[],
      ${between.map(({ to }) => to)}::date[]) AS i(listing_id, after, upto)
    CROSS JOIN LATERAL (
      SELECT * FROM corporate_action WHERE listing_id = i.listing_id AND ex_date > i.after AND ex_date <= i.upto AND kind = 'split' OFFSET 0) a
    ORDER BY i.listing_id, a.ex_date`
}
