import { exchangeOf, isMic } from '@/lib/market/exchange'
import { readActions } from '@/lib/store/action/read'
import { type SeriesStatus, seriesStatus } from '@/lib/store/bar/status'
import type { Store } from '@/lib/store/connection/store'
import { type Listing, listListings } from '@/lib/store/listing/list'
import type { ListingsView, ListingView } from './schema'
import { seriesView } from './series'

export type { ListingsView, ListingView } from './schema'

async function viewOf({ sql }: Store, listing: Listing, status: SeriesStatus, now: Date): Promise<ListingView> {
  const { id, mic, topics, ...rest } = listing
  return {
    ...rest,
    mic,
    exchange: isMic(mic) ? exchangeOf(mic).name : mic,
    topics: [...topics],
    series: seriesView(mic, status, await readActions(sql, id), now),
  }
}

async function views(store: Store, symbol: string | undefined, now: Date): Promise<ListingView[]> {
  const [listings, statuses] = await Promise.all([
    listListings(store.sql, symbol),
    seriesStatus(store.sql, symbol, now),
  ])
  const bySymbol = new Map(statuses.map((status) => [status.symbol, status]))
  const known = listings.flatMap((listing) => {
    const status = bySymbol.get(listing.symbol)
    return status ? [viewOf(store, listing, status, now)] : []
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
