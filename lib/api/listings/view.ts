import { exchangeOf, isMic } from '@/lib/market/exchange'
import { readActions } from '@/lib/store/action/read'
import { type SeriesStatus, seriesStatus } from '@/lib/store/bar/status'
import type { Store } from '@/lib/store/connection/store'
import { type Listing, listListings } from '@/lib/store/listing/list'
import { latestQuotes, type StoredQuote } from '@/lib/store/quote/read'
import { marketOf, quoteFigures } from '../quote/view'
import type { ListingsView, ListingView } from './schema'
import { seriesView } from './series'

export type { ListingsView, ListingView } from './schema'

async function viewOf(
  { sql }: Store,
  listing: Listing,
  { status, quote }: { readonly status: SeriesStatus; readonly quote: StoredQuote | undefined },
  now: Date,
): Promise<ListingView> {
  const figures = quote ? quoteFigures(listing, status, quote, now) : null
  const { id, mic, topics, ...rest } = listing
  return {
    ...rest,
    mic,
    exchange: isMic(mic) ? exchangeOf(mic).name : mic,
    topics: [...topics],
    series: seriesView(mic, status, await readActions(sql, id), now),
    market: marketOf(mic, now),
    quote: figures === null || figures.superseded ? null : figures,
  }
}

async function views(store: Store, symbol: string | undefined, now: Date): Promise<ListingView[]> {
  const [listings, statuses] = await Promise.all([
    listListings(store.sql, symbol),
    seriesStatus(store.sql, symbol, now),
  ])
  const ids = listings.map(({ id }) => id)
  const quotes = new Map((await latestQuotes(store.sql, ids, now)).map((quote) => [quote.listingId, quote]))
  const bySymbol = new Map(statuses.map((status) => [status.symbol, status]))
  const known = listings.flatMap((listing) => {
    const status = bySymbol.get(listing.symbol)
    return status ? [viewOf(store, listing, { status, quote: quotes.get(listing.id) }, now)] : []
  })
  return Promise.all(known)
}

/** Every listing in display order, with the state of its series at `now`. */
export async function listingsView(store: Store, now: Date): Promise<ListingsView> {
  return { items: await views(store, undefined, now) }
}

/** The listing of a symbol with the state of its series at `now`; null when there is none. */
export async function listingView(store: Store, symbol: string, now: Date): Promise<ListingView | null> {
  const [view] = await views(store, symbol, now)
  return view ?? null
}
