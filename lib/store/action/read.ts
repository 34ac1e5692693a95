import type { Queryable } from '../connection/sql'

/** A split (shares after for shares before) or a cash dividend a share before any split of the same day. */
export type StoredAction =
  | {
      readonly kind: 'split'
      readonly exDate: string
      readonly numerator: number
      readonly denominator: number
      readonly feed: string
      readonly source: string
    }
  | {
      readonly kind: 'dividend'
      readonly exDate: string
      readonly cash: string
      readonly currency: string
      readonly feed: string
      readonly source: string
    }

/** A corporate action as the database gives it. */
export interface ActionRow {
  exDate: string
  kind: 'split' | 'dividend'
  numerator: number | null
  denominator: number | null
  cash: string | null
  currency: string | null
  feed: string
  source: string
}

/** A row as the action it is: a split has a ratio, a dividend cash. */
export function storedAction(row: ActionRow): StoredAction {
  const { exDate, kind, numerator, denominator, cash, currency, feed, source } = row
  return kind === 'split'
    ? { kind, exDate, numerator: numerator ?? 1, denominator: denominator ?? 1, feed, source }
    : { kind, exDate, cash: cash ?? '0', currency: currency ?? '', feed, source }
}

/** All known corporate actions of a listing, ascending by ex-date. */
export async function readActions(sql: Queryable, listingId: number): Promise<StoredAction[]> {
  const rows = await sql<ActionRow[]>`
    SELECT ex_date AS "exDate", kind::text, ratio_numerator AS numerator, ratio_denominator AS denominator, trim_scale(cash)::text AS cash,
      currency, feed, source FROM corporate_action WHERE listing_id = ${listingId} ORDER BY ex_date, kind`
  return rows.map(storedAction)
}
