import { isTradingDate } from '@/lib/market/date'
import { exchangeOf, isMic, type Mic, mics } from '@/lib/market/exchange'
import type { ListingKind } from '@/lib/market/tick'
import { InputError } from '@/lib/store/errors'
import type { NewListing } from '@/lib/store/listing/addMissing'

/** What a person may say of a listing beside its symbol. */
export interface ListingParticulars {
  readonly mic?: string
  readonly currency?: string
  readonly name?: string
  readonly nameZh?: string
  readonly kind?: string
  /** First session wanted. */
  readonly trackedFrom?: string
}

const kinds: readonly ListingKind[] = ['equity', 'adr', 'index']
const suffixes: Readonly<Record<string, Mic>> = { SS: 'XSHG', HK: 'XHKG' }
const currencies: Readonly<Record<Mic, string>> = { XSHG: 'CNY', XHKG: 'HKD', XNYS: 'USD', XNAS: 'USD' }
/** Eastmoney's number of a market. */
const eastmoneyMarkets: Readonly<Record<Mic, string>> = { XSHG: '1', XHKG: '116', XNYS: '106', XNAS: '105' }
const codes: Readonly<Partial<Record<Mic, RegExp>>> = { XSHG: /^\d{6}$/, XHKG: /^\d{4,5}$/ }
const afterLast = 1000

const refused = (name: string, detail: string) => new InputError([{ name, detail }])

function micOf(symbol: string, suffix: string | undefined, said: string | undefined): Mic {
  if (said !== undefined && !isMic(said)) throw refused('mic', `"${said}" is none, expected one of ${mics.join(', ')}`)
  const known = suffix === undefined ? undefined : suffixes[suffix]
  if (suffix !== undefined && known === undefined) {
    const expected = 'expected .SS (Shanghai), .HK (Hong Kong) or none (New York)'
    throw refused('symbol', `the suffix .${suffix} of ${symbol} is of no exchange known here; ${expected}`)
  }
  if (known !== undefined && said !== undefined && said !== known) {
    throw refused('mic', `${symbol} trades on ${known} by its suffix, not on ${said}`)
  }
  if (known === undefined && said === undefined && symbol.startsWith('^')) {
    throw refused('mic', `the symbol of an index, ${symbol}, does not say whose sessions it follows`)
  }
  const mic = known ?? (said as Mic | undefined) ?? 'XNAS'
  if (known === undefined && mic !== 'XNAS' && mic !== 'XNYS') {
    if (!symbol.startsWith('^')) throw refused('mic', `${symbol} has no suffix of ${mic}; without one it is New York's`)
  }
  return mic
}

/** Yahoo's symbol in the words of the other feeds, as far as one follows from the other: indices outside Shanghai and classes of shares do not. */
function feedSymbolsOf(symbol: string, mic: Mic, ticker: string, kind: ListingKind): Record<string, string> {
  const yahoo = { yahoo: symbol }
  const market = eastmoneyMarkets[mic]
  if (mic === 'XSHG') {
    const symbols = { ...yahoo, tencent: `sh${ticker}`, eastmoney: `${market}.${ticker}` }
    return kind === 'index' ? symbols : { ...symbols, 'eastmoney-data': ticker }
  }
  if (mic === 'XHKG' && !symbol.startsWith('^')) {
    const code = ticker.padStart(5, '0')
    return { ...yahoo, tencent: `hk${code}`, eastmoney: `${market}.${code}` }
  }
  return /^[A-Z]+$/.test(ticker) && !symbol.startsWith('^')
    ? { ...yahoo, tencent: `us${ticker}`, eastmoney: `${market}.${ticker}` }
    : yahoo
}

/**
 * A listing to be added, from its Yahoo symbol: exchange, currency and the symbols at the other feeds follow from it unless said. Symbols without a suffix are Nasdaq's unless
 * `mic` is XNYS; Shanghai's 000... are indices. It is tracked from `from`, or from where the exchange's calendar begins: the first backfill moves that up to the first
 * session the feeds have. Throws an InputError that names what is wrong. Pure.
 */
export function newListing(symbol: string, said: ListingParticulars = {}): NewListing {
  const [, base = '', suffix] = /^(\^?[A-Z0-9][A-Z0-9-]*)(?:\.([A-Z]+))?$/.exec(symbol) ?? []
  if (base === '')
    throw refused('symbol', `"${symbol}" is no symbol, expected one as Yahoo writes it: 0981.HK, 600519.SS, AMD`)
  const mic = micOf(symbol, suffix, said.mic)
  const ticker = base.replace('^', '')
  const code = codes[mic]
  if (suffix !== undefined && code !== undefined && !code.test(ticker)) {
    throw refused(
      'symbol',
      `${symbol}: expected ${mic === 'XSHG' ? 'six digits' : 'four or five digits'} before .${suffix}`,
    )
  }
  const guess = symbol.startsWith('^') || /^000\d{3}\.SS$/.test(symbol) ? 'index' : 'equity'
  const kind = kinds.find((known) => known === (said.kind ?? guess))
  if (kind === undefined) throw refused('kind', `"${said.kind}" is none, expected one of ${kinds.join(', ')}`)
  const currency = said.currency ?? currencies[mic]
  if (!/^[A-Z]{3}$/.test(currency))
    throw refused('currency', `"${currency}" is none, expected three letters such as HKD`)
  const { knownFrom } = exchangeOf(mic)
  const trackedFrom = said.trackedFrom ?? knownFrom
  if (!isTradingDate(trackedFrom))
    throw refused('trackedFrom', `"${trackedFrom}" is none, expected a calendar date such as 2020-01-01`)
  if (trackedFrom < knownFrom)
    throw refused('trackedFrom', `${trackedFrom}: the calendar of ${mic} begins on ${knownFrom}`)
  const name = said.name ?? symbol
  return {
    symbol,
    mic,
    ticker,
    name,
    nameZh: said.nameZh ?? name,
    kind,
    currency,
    listedOn: null,
    trackedFrom,
    dividendsKnownTo: null,
    benchmark: null,
    secondBenchmark: null,
    position: afterLast,
    topics: [],
    feedSymbols: feedSymbolsOf(symbol, mic, ticker, kind),
  }
}
