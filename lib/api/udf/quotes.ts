import { exchangeOf, isMic } from '@/lib/market/exchange'
import { localDate } from '@/lib/market/zone'
import type { Store } from '@/lib/store/connection/store'
import type { Listing } from '@/lib/store/listing/list'
import { latestQuotes, type StoredQuote } from '@/lib/store/quote/read'
import { barsView } from '../bars/view'
import { Problem } from '../problem/problem'
import { exchangeName } from './exchange'
import type { QuotesView } from './schema'
import { fullName, meantListing } from './symbol'

type QuoteItem = QuotesView['d'][number]

/** The figures of a price, some of which may not be known. */
interface Figures {
  readonly price: number
  readonly open: number | null
  readonly high: number | null
  readonly low: number | null
  readonly volume: number | null
  readonly previous: number | null
}

const numberOrNull = (text: string | bigint | null) => (text === null ? null : Number(text))

/** A live price, unless a settled close of its session or a later one is stored. */
function fromQuote(quote: StoredQuote | undefined, mic: string, lastSettled: string | null): Figures | null {
  if (quote === undefined || !isMic(mic)) return null
  const session = localDate(quote.at, exchangeOf(mic).timeZone)
  if (lastSettled !== null && session <= lastSettled) return null
  return {
    price: Number(quote.price),
    open: numberOrNull(quote.open),
    high: numberOrNull(quote.high),
    low: numberOrNull(quote.low),
    volume: numberOrNull(quote.volume),
    previous: numberOrNull(quote.previousClose),
  }
}

/** The newest stored bar with the close before it, on the basis of today’s shares; null without one. */
async function fromBars(
  store: Store,
  symbol: string,
  now: Date,
): Promise<{ figures: Figures | null; lastSettled: string | null }> {
  const bars = await barsView(store, symbol, { adjust: 'split' }, now)
  const at = (bars?.session.length ?? 0) - 1
  const price = bars?.close[at]
  if (!bars || price === undefined) return { figures: null, lastSettled: null }
  const known = <T>(column: readonly T[], i = at) => column[i] ?? null
  const figures = {
    ...{ price, open: known(bars.open), high: known(bars.high), low: known(bars.low), volume: known(bars.volume) },
    previous: known(bars.close, at - 1),
  }
  return { figures, lastSettled: bars.session[bars.settled.lastIndexOf(true)] ?? null }
}

function itemOf(asked: string, listing: Listing, { price, previous, ...day }: Figures): QuoteItem {
  const change = previous === null ? null : Number((price - previous).toFixed(6))
  const all = {
    ...{
      ch: change,
      chp: previous === null || change === null ? null : Number(((change / previous) * 100).toFixed(4)),
    },
    ...{ lp: price, prev_close_price: previous, open_price: day.open, high_price: day.high, low_price: day.low },
    volume: day.volume,
  }
  // What is not known is left out: a chart takes 0 and null for a price.
  const v = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null))
  const named = {
    ...{ short_name: listing.symbol, original_name: fullName(listing), exchange: exchangeName(listing.mic) },
    description: listing.name,
  }
  return { s: 'ok', n: asked, v: { ...named, ...v } }
}

/** The newest price of each symbol at `now`, live where there is one, in the order asked; a symbol that is not known is one item's error. */
export async function quotesView(store: Store, symbols: readonly string[], now: Date): Promise<QuotesView> {
  const d = symbols.map(async (asked): Promise<QuoteItem> => {
    try {
      const listing = await meantListing(store, asked)
      const [{ figures, lastSettled }, [quote]] = await Promise.all([
        fromBars(store, listing.symbol, now),
        latestQuotes(store.sql, [listing.id], now),
      ])
      const newest = fromQuote(quote, listing.mic, lastSettled) ?? figures
      return newest === null ? { s: 'error', n: asked, v: {} } : itemOf(asked, listing, newest)
    } catch (error) {
      if (error instanceof Problem && error.kind === 'unknown-symbol') return { s: 'error', n: asked, v: {} }
      throw error
    }
  })
  return { s: 'ok', d: await Promise.all(d) }
}
