import { exchangeOf, isMic } from '@/lib/market/exchange'
import { type ListingSplit, readSplitsBetween } from '@/lib/store/action/splitsBetween'
import { type SeriesStatus, seriesStatus } from '@/lib/store/bar/status'
import type { Store } from '@/lib/store/connection/store'
import { type Listing, listListings } from '@/lib/store/listing/list'
import { latestQuotes, type StoredQuote } from '@/lib/store/quote/read'
import { marketOf, quoteFigures } from '../quote/view'
import type { ListingsView, ListingView } from './schema'
import { seriesView } from './series'

export type { ListingsView, ListingView } from './schema'

/** What is stored of a listing. */
interface Stored {
  readonly status: SeriesStatus
  readonly quote: StoredQuote | undefined
  /** Those between its last two settled sessions. */
  readonly splits: readonly ListingSplit[]
}

function viewOf(listing: Listing, { status, quote, splits }: Stored, now: Date): ListingView {
  const figures = quote ? quoteFigures(listing, status, quote, now) : null
  const { id: _id, mic, topics, ...rest } = listing
  return {
    ...rest,
    mic,
    exchange: isMic(mic) ? exchangeOf(mic).name : mic,
    topics: [...topics],
    series: seriesView(mic, status, splits, now),
    market: marketOf(mic, now),
    quote: figures === null || figures.superseded ? null : figures,
  }
}

async function views(store: Store, symbol: string | undefined, now: Date): Promise<ListingView[]> {
  const [listings, statuses] = await Promise.all([
    listListings(store.sql, symbol),
    seriesStatus(store.sql, symbol === undefined ? undefined : [symbol], now),
  ])
  const bySymbol = new Map(statuses.map((status) => [status.symbol, status]))
  const known = listings.flatMap((listing) => {
    const status = bySymbol.get(listing.symbol)
    return status ? [{ listing, status }] : []
  })
  const [quoted, splits] = await Promise.all([
    latestQuotes(
      store.sql,
      listings.map(({ id }) => id),
      now,
    ),
    readSplitsBetween(
      store.sql,
      known.map(({ listing: { id }, status }) => ({
        listingId: id,
        after: status.previousSession,
        to: status.lastSettledSession,
      })),
    ),
  ])
  const quotes = new Map(quoted.map((quote) => [quote.listingId, quote]))
  return known.map(({ listing, status }) => {
    const own = splits.filter(({ listingId }) => listingId === listing.id)
    return viewOf(listing, { status, quote: quotes.get(listing.id), splits: own }, now)
  })
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
