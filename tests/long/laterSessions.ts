import { exchangeOf, isMic } from '@/lib/market/exchange'
import { sessionsBetween } from '@/lib/market/sessions'
import { readActions } from '@/lib/store/action/read'
import { readBars } from '@/lib/store/bar/read'
import type { Store } from '@/lib/store/connection/store'
import { type Listing, listListings } from '@/lib/store/listing/list'
import type { StandinListing } from '../standin'

async function withLater(store: Store, listing: Listing, to: string): Promise<StandinListing> {
  const { id, symbol, mic, currency } = listing
  if (!isMic(mic)) throw new Error(`${symbol}: ${mic} is no known exchange`)
  const bars = await readBars(store.sql, id)
  const stored = bars.session.map((session, i) => ({
    session,
    open: Number(bars.open[i]),
    high: Number(bars.high[i]),
    low: Number(bars.low[i]),
    close: Number(bars.close[i]),
    volume: typeof bars.volume[i] === 'bigint' ? Number(bars.volume[i]) : null,
  }))
  const last = stored.at(-1)
  if (!last) throw new Error(`${symbol} has no bundled bar`)
  const later = sessionsBetween(mic, last.session, to)
    .slice(1)
    .map((session, i) => {
      // Not the same bar again and again: that is what a broken feed serves, and it would be held back.
      const price = Math.round(last.close * (1 + (i % 7) / 200) * 5) / 5
      const volume = last.volume === null ? null : 1_000_000 + i
      return { session, open: price, high: price, low: price, close: price, volume }
    })
  const actions = (await readActions(store.sql, id)).flatMap((action) =>
    action.kind === 'split'
      ? [{ kind: action.kind, exDate: action.exDate, numerator: action.numerator, denominator: action.denominator }]
      : [],
  )
  return { symbol, currency, timeZone: exchangeOf(mic).timeZone, bars: [...stored, ...later], actions }
}

/** What a feed would serve of every stored listing: its stored sessions, and later ones up to `to` near its last close. */
export async function laterSessions(store: Store, to: string): Promise<StandinListing[]> {
  const listings = await listListings(store.sql)
  return Promise.all(listings.map((listing) => withLater(store, listing, to)))
}
