import type { Queryable } from '../connection/sql'
import { type CommandContext, requireScope } from '../context'
import { noteListingChange } from '../live/note'

/** One live price to store: as traded, decimal strings, volume in shares since the open. */
export interface QuoteInput {
  readonly at: Date
  readonly price: string
  readonly open: string | null
  readonly high: string | null
  readonly low: string | null
  readonly previousClose: string | null
  readonly volume: bigint | null
}

/**
 * Stores a live price of a listing and tells the readers; one of a moment that is stored already is left alone. Says whether it was added. Only inside the transaction that
 * checked it against what is stored. Needs the scope `ingest`.
 */
export async function writeQuote(
  sql: Queryable,
  ctx: CommandContext,
  listingId: number,
  quote: QuoteInput,
  { feed, feedSymbol, fetchedAt }: { feed: string; feedSymbol: string; fetchedAt: Date },
): Promise<boolean> {
  requireScope(ctx, 'ingest')
  const volume = quote.volume === null ? null : String(quote.volume)
  const added = await sql`
    INSERT INTO quote (listing_id, at, price, open, high, low, previous_close, volume, feed, feed_symbol, fetched_at)
    VALUES (${listingId}, ${quote.at}, ${quote.price}, ${quote.open}, ${quote.high}, ${quote.low}, ${quote.previousClose}, ${volume},
      ${feed}, ${feedSymbol}, ${fetchedAt})
    ON CONFLICT (listing_id, at) DO NOTHING`
  if (added.count === 0) return false
  await noteListingChange(sql, ctx, 'quotes', listingId)
  return true
}
