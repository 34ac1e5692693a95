import type { Store } from '@/lib/store/connection/store'
import { type Listing, listingBySymbol, listListings } from '@/lib/store/listing/list'
import { nearest, unknownText } from '../parameters/near'
import { Problem } from '../problem/problem'

/** What cannot be a symbol is not asked for: Postgres refuses texts that hold a zero byte. */
export const symbolForm = /^[\x21-\x7e]{1,20}$/

/**
 * The listing of a symbol; throws the problem `unknown-symbol`, with symbols like it, when there is none. `parameter` names the query parameter it
 * came from.
 */
export async function findListing({ sql }: Pick<Store, 'sql'>, symbol: string, parameter?: string): Promise<Listing> {
  const found = symbolForm.test(symbol) ? await listingBySymbol(sql, symbol) : null
  if (found) return found
  const all = await listListings(sql)
  const near = nearest(
    symbol,
    all.map(({ symbol: name, ticker, name: english, nameZh }) => ({ name, alias: [ticker, english, nameZh] })),
  )
  const detail = unknownText(symbol, near, '/api/v1/listings')
  const parameters = parameter === undefined ? [] : [{ name: parameter, detail }]
  throw new Problem('unknown-symbol', detail, { near, ...(parameters.length > 0 ? { parameters } : {}) })
}
