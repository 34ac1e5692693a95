import { isMic } from '@/lib/market/exchange'
import { tickOf } from '@/lib/market/tick'
import { seriesStatus } from '@/lib/store/bar/status'
import type { Store } from '@/lib/store/connection/store'
import { type Listing, listListings } from '@/lib/store/listing/list'
import { findListing } from '../listings/find'
import { exchangeName, type TradingHours, tradingHours } from './exchange'
import { resolutions } from './periods'
import type { SymbolView } from './schema'

const types = { equity: 'stock', adr: 'dr', index: 'index' } as const
export const symbolTypes = [
  { name: 'All types', value: '' },
  { name: 'Stock', value: 'stock' },
  { name: 'Depositary receipt', value: 'dr' },
  { name: 'Index', value: 'index' },
]

/** The type of a listing in the words of charts. */
export const typeOf = ({ kind }: Pick<Listing, 'kind'>) => types[kind]

/** `NASDAQ:NVDA`: exchange and symbol. */
export const fullName = ({ mic, symbol }: Pick<Listing, 'mic' | 'symbol'>) => `${exchangeName(mic)}:${symbol}`

/** The listing that a chart means: by our symbol, or by exchange and symbol (`NASDAQ:NVDA`). Throws the problem `unknown-symbol`. */
export async function meantListing(store: Pick<Store, 'sql'>, text: string): Promise<Listing> {
  const [, exchange, symbol] = /^([A-Z]+):(.+)$/.exec(text) ?? []
  if (exchange === undefined || symbol === undefined) return findListing(store, text, 'symbol')
  const listing = await findListing(store, symbol, 'symbol')
  return exchangeName(listing.mic) === exchange ? listing : findListing(store, text, 'symbol')
}

const unknownHours: TradingHours = { timezone: 'Etc/UTC', session: '24x7', session_holidays: '', corrections: '' }

/** A price step as charts take it: so many steps of 1 / `pricescale`. */
function priceSteps({ mic, kind }: Listing, lastClose: string | null): Pick<SymbolView, 'minmov' | 'pricescale'> {
  const tick = isMic(mic) && lastClose !== null ? tickOf(mic, kind, lastClose) : '0.01'
  const places = tick.split('.')[1]?.length ?? 0
  return { minmov: Math.round(Number(tick) * 10 ** places), pricescale: 10 ** places }
}

function symbolView(listing: Listing, lastClose: string | null): SymbolView {
  const { symbol, mic, name, kind, currency } = listing
  const exchange = exchangeName(mic)
  return {
    ...{ name: symbol, ticker: symbol, full_name: fullName(listing), description: name, type: typeOf(listing) },
    ...{ exchange, listed_exchange: exchange, currency_code: currency, format: 'price' },
    ...(isMic(mic) ? tradingHours(mic) : unknownHours),
    ...priceSteps(listing, lastClose),
    ...{ has_intraday: false, has_daily: true, has_weekly_and_monthly: true },
    ...{ supported_resolutions: [...resolutions], volume_precision: 0, data_status: 'endofday' },
    visible_plots_set: kind === 'index' ? 'ohlc' : 'ohlcv',
  }
}

/** What a chart has to know of a symbol. Throws the problem `unknown-symbol`. */
export async function symbolOf({ sql }: Store, text: string): Promise<SymbolView> {
  const listing = await meantListing({ sql }, text)
  const [status] = await seriesStatus(sql, [listing.symbol])
  return symbolView(listing, status?.lastClose ?? null)
}

/** The symbols of an exchange (its short name), of every exchange without one, in display order. */
export async function symbolsOf({ sql }: Store, exchange: string): Promise<SymbolView[]> {
  const [listings, statuses] = await Promise.all([listListings(sql), seriesStatus(sql)])
  const closes = new Map(statuses.map(({ symbol, lastClose }) => [symbol, lastClose]))
  return listings
    .filter(({ mic }) => exchange === '' || exchangeName(mic) === exchange)
    .map((listing) => symbolView(listing, closes.get(listing.symbol) ?? null))
}
