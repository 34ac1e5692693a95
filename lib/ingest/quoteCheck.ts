import { Decimal } from 'decimal.js'
import type { FeedQuote } from '@/lib/feeds/types'
import { exchangeOf, type Mic } from '@/lib/market/exchange'
import { priceLimit } from '@/lib/market/priceLimit'
import { sessionOpen } from '@/lib/market/sessions'
import { type ListingKind, roundToTick, tickOf } from '@/lib/market/tick'
import { localDate } from '@/lib/market/zone'
import type { BarInput } from '@/lib/store/bar/write'
import type { QuoteInput } from '@/lib/store/quote/write'
import { namesNoCurrency } from './currencyCheck'
import { sessionProblem } from './validate'

/** How far a feed's clock may be ahead of ours. */
const aheadMs = 2 * 60_000
/** Beyond this many times the close before, or its inverse, a price is no price where the exchange has no limit of its own. */
const largestRatio = new Decimal(3)
const largestPrice = new Decimal('1e13')

/** The listing a price is asked for. */
export interface QuotedListing {
  readonly symbol: string
  readonly mic: Mic
  readonly kind: ListingKind
  readonly currency: string
}

/** What comes of a price: stored with its session, refused, or nothing new, with the reason. */
export type QuoteVerdict =
  | { readonly kind: 'new'; readonly session: string; readonly quote: QuoteInput }
  | { readonly kind: 'known' }
  | { readonly kind: 'not-yet' }
  | { readonly kind: 'wrong'; readonly why: string }

const isPrice = (text: string | null): text is string => {
  if (text === null || !/^\d+(\.\d+)?(e[+-]?\d{1,3})?$/i.test(text)) return false
  const price = new Decimal(text)
  return price.gt(0) && price.lt(largestPrice)
}

/** Why the move from the close before cannot be: the exchange's own limit, widened by a twentieth for roundings, or three times. */
function moveProblem(price: string, before: string, listing: QuotedListing): string | null {
  const ratio = new Decimal(price).div(before)
  const limit = priceLimit(listing)
  const [low, high] =
    limit === null
      ? [new Decimal(1).div(largestRatio), largestRatio]
      : [new Decimal(1).minus(limit * 1.05), new Decimal(1).plus(limit * 1.05)]
  return ratio.lt(low) || ratio.gt(high) ? `${price} is ${ratio.toFixed(3)} times the close before (${before})` : null
}

/**
 * Looks at a price before it is stored: a number above zero in the listing's currency, of the session of `now`, not ahead of our clock, newer than `newest` (the moment of the
 * newest stored one), and no impossible move against the close before as the feed itself has it (its own knows of a split this morning) or, where it names none, as
 * `lastClose` has it. A price of a day before is no fault: a feed that is late has none of today yet. Prices come back on the exchange's tick. Pure.
 */
export function judgeQuote(
  quote: FeedQuote,
  listing: QuotedListing,
  { now, newest, lastClose }: { readonly now: Date; readonly newest: Date | null; readonly lastClose: string | null },
): QuoteVerdict {
  const { mic, kind, currency } = listing
  const wrong = (why: string): QuoteVerdict => ({ kind: 'wrong', why })
  if (!isPrice(quote.price)) return wrong(`its price is "${quote.price}", not above zero`)
  if (quote.currency !== currency && !(quote.currency === null && namesNoCurrency(quote.feed))) {
    return wrong(`it is in ${quote.currency ?? 'no currency'}, expected ${currency}`)
  }
  if (Number.isNaN(quote.at.getTime())) return wrong('its moment cannot be read')
  if (quote.at.getTime() > now.getTime() + aheadMs) return wrong(`it is of ${quote.at.toISOString()}, still to come`)
  const { timeZone } = exchangeOf(mic)
  const [session, today] = [localDate(quote.at, timeZone), localDate(now, timeZone)]
  if (session !== today) return { kind: 'not-yet' }
  const closed = sessionProblem(mic, session)
  if (closed !== null) return wrong(`${session} is ${closed}`)
  if (quote.at < sessionOpen(mic, session)) return { kind: 'not-yet' }
  if (newest !== null && quote.at <= newest) return { kind: 'known' }
  const before = isPrice(quote.previousClose) ? quote.previousClose : lastClose
  const impossible = before === null ? null : moveProblem(quote.price, before, listing)
  if (impossible !== null) return wrong(impossible)
  const onTick = (text: string | null) => (isPrice(text) ? roundToTick(text, tickOf(mic, kind, text)) : null)
  const price = onTick(quote.price)
  if (price === null || price === '0') return wrong(`its price is "${quote.price}", less than a tick`)
  const volume = quote.volume !== null && quote.volume >= 0n && !(kind === 'index' && quote.volume === 0n)
  return {
    kind: 'new',
    session,
    quote: {
      at: quote.at,
      price,
      open: onTick(quote.open),
      high: onTick(quote.high),
      low: onTick(quote.low),
      previousClose: onTick(quote.previousClose),
      volume: volume ? quote.volume : null,
    },
  }
}

/** The range of the day so far, as the store has it. */
export type DayRange = Pick<BarInput, 'open' | 'high' | 'low' | 'volume'>

/**
 * The day's bar that a live price makes: not settled, as of the price's moment. What the feed leaves out comes from the bar of `before`, else from the price itself; the range
 * holds open and price, whatever the feed says. Pure.
 */
export function unsettledBar(session: string, quote: QuoteInput, before: DayRange | null): BarInput {
  const { price } = quote
  const open = quote.open ?? before?.open ?? price
  const highs = [quote.high ?? before?.high ?? price, price, open]
  const lows = [quote.low ?? before?.low ?? price, price, open]
  return {
    session,
    open,
    high: Decimal.max(...highs).toFixed(),
    low: Decimal.min(...lows).toFixed(),
    close: price,
    volume: quote.volume ?? before?.volume ?? null,
    settled: false,
    asOf: quote.at,
  }
}
