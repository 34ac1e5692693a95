import type { Queryable } from '../connection/sql'
import { type CommandContext, requireScope } from '../context'
import { noteListingChange } from '../live/note'

export type NewAction =
  | {
      readonly kind: 'split'
      readonly exDate: string
      readonly numerator: number
      readonly denominator: number
      readonly source?: string
    }
  | {
      readonly kind: 'dividend'
      readonly exDate: string
      readonly cash: string
      readonly currency: string
      readonly source?: string
    }

/**
 * Adds the corporate actions of a listing that are not known yet (by ex-date and kind); a known one is never overwritten here.
 * Returns those that were added. Needs the scope `ingest`.
 */
export async function addMissingActions(
  sql: Queryable,
  ctx: CommandContext,
  listingId: number,
  actions: readonly NewAction[],
  { feed, fetchedAt }: { feed: string; fetchedAt: Date },
): Promise<NewAction[]> {
  requireScope(ctx, 'ingest')
  if (actions.length === 0) return []
  const rows = await sql<{ exDate: string; kind: string }[]>`
    INSERT INTO corporate_action (listing_id, ex_date, kind, ratio_numerator, ratio_denominator, cash, currency, feed, source, fetched_at)
    SELECT ${listingId}, i.ex_date, i.kind::"ActionKind", i.numerator, i.denominator, i.cash, i.currency, ${feed}, i.source, ${fetchedAt}
    FROM unnest(${actions.map((a) => a.exDate)}::date[], ${actions.map((a) => a.kind)}::text[],
      ${actions.map((a) => (a.kind === 'split' ? a.numerator : null))}::int[], ${actions.map((a) => (a.kind === 'split' ? a.denominator : null))}::int[],
      ${actions.map((a) => (a.kind === 'dividend' ? a.cash : null))}::numeric[], ${actions.map((a) => (a.kind === 'dividend' ? a.currency : null))}::text[],
      ${actions.map((a) => a.source ?? '')}::text[]) AS i(ex_date, kind, numerator, denominator, cash, currency, source)
    ON CONFLICT (listing_id, ex_date, kind) DO NOTHING RETURNING ex_date AS "exDate", kind::text`
  // Every adjusted price before it changes with an action.
  if (rows.length > 0) await noteListingChange(sql, ctx, 'bars', listingId)
  const added = new Set(rows.map((row) => `${row.exDate} ${row.kind}`))
  return actions.filter((action) => added.has(`${action.exDate} ${action.kind}`))
}
