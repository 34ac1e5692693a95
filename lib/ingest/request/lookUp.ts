import type { FeedBars } from '@/lib/feeds/types'
import { addDays } from '@/lib/market/date'
import { exchangeOf, type Mic } from '@/lib/market/exchange'
import { localDate } from '@/lib/market/zone'
import { InputError } from '@/lib/store/errors'
import type { NewListing } from '@/lib/store/listing/addMissing'
import type { RequestEnd } from '@/lib/store/request/work'
import { newListing } from '../newListing'
import type { BarSource, RefreshEnvironment } from '../sources'
import { type Asked, askOnce } from './ask'

const daysAsked = 14

/** What one feed says of a symbol. */
export interface FeedSays {
  readonly feed: string
  readonly feedSymbol: string
  readonly name: string | null
  readonly exchange: string | null
  readonly kind: string | null
  readonly currency: string | null
  readonly firstTrade: string | null
  readonly lastSession: string | null
  readonly lastClose: string | null
  readonly error: string | null
}

/** What the feeds say of a symbol, and the listing that would be added with that. */
export interface LookedUp {
  readonly symbol: string
  readonly says: readonly FeedSays[]
  /** Null when no listing follows from the symbol: `refused` says why. */
  readonly listing: Pick<
    NewListing,
    'symbol' | 'mic' | 'ticker' | 'name' | 'nameZh' | 'kind' | 'currency' | 'listedOn' | 'trackedFrom' | 'feedSymbols'
  > | null
  readonly refused: string | null
}

/** Yahoo's words for the exchanges known here. */
const micOfYahoo: Readonly<Record<string, Mic>> = {
  SHH: 'XSHG',
  HKG: 'XHKG',
  NYQ: 'XNYS',
  SNP: 'XNYS',
  DJI: 'XNYS',
  NMS: 'XNAS',
  NGM: 'XNAS',
  NCM: 'XNAS',
  NIM: 'XNAS',
}
const kindOfYahoo: Readonly<Record<string, string>> = { INDEX: 'index', EQUITY: 'equity' }
const han = /\p{Script=Han}/u

function described(symbol: string, said: Parameters<typeof newListing>[1]): NewListing | string {
  try {
    return newListing(symbol, said)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return error.message
  }
}

async function says(env: RefreshEnvironment, feed: BarSource, mic: Mic, feedSymbol: string): Promise<FeedSays> {
  const { timeZone } = exchangeOf(mic)
  const to = localDate(env.clock(), timeZone)
  const range = { feedSymbol, mic, timeZone, from: addDays(to, -daysAsked), to }
  const asked: Asked<FeedBars> = await askOnce(env, feed, feedSymbol, () =>
    feed.fetchBars(range, env.sources.contextFor(feed.id, env.signal)),
  )
  const { instrument, currency = null, bars = [] } = asked.answer ?? {}
  const last = bars.at(-1)
  return {
    ...{ feed: feed.id, feedSymbol, name: instrument?.name ?? null, exchange: instrument?.exchange ?? null },
    ...{ kind: instrument?.kind ?? null, currency, firstTrade: instrument?.firstTrade ?? null },
    ...{ lastSession: last?.session ?? null, lastClose: last?.close ?? null, error: asked.error?.message ?? null },
  }
}

/** The listing as the first feed describes it: its exchange and kind, its currency and names, from its first trade on. */
function fromWords(symbol: string, first: FeedSays, names: readonly string[]): NewListing | string {
  const name = names.find((one) => !han.test(one))
  const nameZh = names.find((one) => han.test(one))
  const mic = micOfYahoo[first.exchange ?? '']
  const kind = kindOfYahoo[first.kind ?? '']
  const said = {
    ...(mic === undefined ? {} : { mic }),
    ...(kind === undefined ? {} : { kind }),
    ...(first.currency === null ? {} : { currency: first.currency }),
    ...(name === undefined ? {} : { name }),
    ...(nameZh === undefined ? {} : { nameZh }),
  }
  const listing = described(symbol, said)
  if (typeof listing === 'string' || first.firstTrade === null) return listing
  const { firstTrade } = first
  return firstTrade > listing.trackedFrom ? { ...listing, trackedFrom: firstTrade } : listing
}

/** Asks every feed of prices what it says of a symbol, and derives the listing that would be added. Stores nothing. */
export async function lookUp(env: RefreshEnvironment, symbol: string): Promise<RequestEnd> {
  const guess = described(symbol, {})
  // An index does not say where it trades: any exchange's zone serves to ask what it is called.
  const mic = typeof guess === 'string' ? 'XNAS' : (guess.mic as Mic)
  const [firstFeed] = env.sources.barFeedsFor(mic)
  if (firstFeed === undefined) return { state: 'failed', message: `no feed has prices of ${mic}` }
  const first = await says(env, firstFeed, mic, symbol)
  const asFirstSays = (names: readonly string[]) => (first.error === null ? fromWords(symbol, first, names) : guess)
  const found = asFirstSays([])
  const said = [first, ...(typeof found === 'string' ? [] : await otherSays(env, found, firstFeed.id))]
  const names = said.flatMap(({ name }) => name ?? [])
  const listing = asFirstSays(names)
  if (said.every(({ error }) => error !== null)) {
    const refused = `no feed knows ${symbol}`
    return { state: 'failed', message: first.error ?? refused, result: { symbol, says: said, listing: null, refused } }
  }
  const result: LookedUp =
    typeof listing === 'string'
      ? { symbol, says: said, listing: null, refused: listing }
      : { symbol, says: said, listing: proposed(listing), refused: null }
  return { state: 'done', message: `${symbol} is ${names[0] ?? 'known, without a name'}`, result }
}

async function otherSays(env: RefreshEnvironment, listing: NewListing, asked: string): Promise<FeedSays[]> {
  const mic = listing.mic as Mic
  const feeds = env.sources.barFeedsFor(mic).filter(({ id }) => id !== asked)
  const all: FeedSays[] = []
  for (const feed of feeds) {
    const feedSymbol = listing.feedSymbols[feed.id]
    if (feedSymbol !== undefined) all.push(await says(env, feed, mic, feedSymbol))
  }
  return all
}

function proposed(listing: NewListing): NonNullable<LookedUp['listing']> {
  const { symbol, mic, ticker, name, nameZh, kind, currency, listedOn, trackedFrom, feedSymbols } = listing
  return { symbol, mic, ticker, name, nameZh, kind, currency, listedOn, trackedFrom, feedSymbols }
}
