import type { Store } from '../connection/store'
import { type CommandContext, requireScope } from '../context'
import type { Listing } from './list'

/** A listing to add; `position` orders the lists. */
export interface NewListing extends Omit<Listing, 'id' | 'status' | 'delistedOn' | 'version' | 'managedBy'> {}

/**
 * Adds the listings whose symbols are not there yet, with their topics, feed symbols and benchmarks; leaves all others as they are.
 * Topics and benchmarks are named by slug and symbol and must exist (benchmarks may be in the same call). Returns how many were added.
 */
export async function addMissingListings(
  store: Store,
  ctx: CommandContext,
  listings: readonly NewListing[],
): Promise<number> {
  requireScope(ctx, 'admin')
  return store.sql.begin(async (sql) => {
    const added = new Set<string>()
    for (const l of listings) {
      const rows = await sql`
        INSERT INTO listing (symbol, mic, ticker, name, name_zh, kind, currency, listed_on, tracked_from, dividends_known_to, position)
        VALUES (${l.symbol}, ${l.mic}, ${l.ticker}, ${l.name}, ${l.nameZh}, ${l.kind}::"ListingKind", ${l.currency}, ${l.listedOn},
          ${l.trackedFrom}, ${l.dividendsKnownTo}, ${l.position})
        ON CONFLICT (symbol) DO NOTHING RETURNING id`
      if (rows.length > 0) added.add(l.symbol)
    }
    for (const l of listings.filter(({ symbol }) => added.has(symbol))) {
      await sql`
        UPDATE listing SET benchmark_id = (SELECT id FROM listing WHERE symbol = ${l.benchmark}),
          second_benchmark_id = (SELECT id FROM listing WHERE symbol = ${l.secondBenchmark}) WHERE symbol = ${l.symbol}`
      const linked = await sql`
        INSERT INTO topic_listing (topic_id, listing_id)
        SELECT t.id, l.id FROM topic t, listing l WHERE t.slug = ANY(${[...l.topics]}) AND l.symbol = ${l.symbol}`
      if (linked.count !== l.topics.length)
        throw new Error(`${l.symbol}: expected existing topics, got ${l.topics.join(', ')}`)
      await sql`
        INSERT INTO feed_symbol (listing_id, feed, symbol)
        SELECT l.id, f.key, f.value FROM listing l, jsonb_each_text(${JSON.stringify(l.feedSymbols)}::text::jsonb) f WHERE l.symbol = ${l.symbol}`
    }
    return added.size
  })
}
