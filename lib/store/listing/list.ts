import type { Queryable } from '../connection/sql'

/** One instrument on one exchange, with what points to it. Dates are the exchange's own. */
export interface Listing {
  readonly id: number
  /** Yahoo's symbol. */
  readonly symbol: string
  readonly mic: string
  readonly ticker: string
  readonly name: string
  readonly nameZh: string
  readonly kind: 'equity' | 'adr' | 'index'
  readonly currency: string
  readonly status: 'listed' | 'suspended' | 'delisted'
  readonly listedOn: string | null
  readonly delistedOn: string | null
  readonly trackedFrom: string
  readonly dividendsKnownTo: string | null
  readonly benchmark: string | null
  readonly secondBenchmark: string | null
  /** Where it stands in lists, the smallest first. */
  readonly position: number
  /** Counts the changes that people made, from 1; an editor sends the one it read. */
  readonly version: number
  /** The file that owns it, null when the pages may change it. */
  readonly managedBy: string | null
  readonly topics: readonly string[]
  /** Symbol by feed id. */
  readonly feedSymbols: Readonly<Record<string, string>>
}

/** All listings in their display order; with `symbol`, that one or none. */
export async function listListings(sql: Queryable, symbol?: string): Promise<Listing[]> {
  return sql<Listing[]>`
    SELECT l.id, l.symbol, l.mic, l.ticker, l.name, l.name_zh AS "nameZh", l.kind::text, l.currency, l.status::text,
      l.listed_on AS "listedOn", l.delisted_on AS "delistedOn", l.tracked_from AS "trackedFrom",
      l.dividends_known_to AS "dividendsKnownTo", b.symbol AS benchmark, s.symbol AS "secondBenchmark", l.position, l.version, l.managed_by AS "managedBy",
      ARRAY(SELECT t.slug FROM topic_listing tl JOIN topic t ON t.id = tl.topic_id WHERE tl.listing_id = l.id ORDER BY t.slug) AS topics,
      COALESCE((SELECT jsonb_object_agg(f.feed, f.symbol) FROM feed_symbol f WHERE f.listing_id = l.id), '{}') AS "feedSymbols"
    FROM listing l LEFT JOIN listing b ON b.id = l.benchmark_id LEFT JOIN listing s ON s.id = l.second_benchmark_id
    ${symbol === undefined ? sql`` : sql`WHERE l.symbol = ${symbol}`}
    ORDER BY l.position, l.symbol`
}

/** The listing of `symbol` (Yahoo's, exact), or null. */
export async function listingBySymbol(sql: Queryable, symbol: string): Promise<Listing | null> {
  const [listing] = await listListings(sql, symbol)
  return listing ?? null
}
