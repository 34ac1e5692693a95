import { eastmoneySymbols } from './symbols'
import { tradedBars } from './traded'
import type { Answer, Fault, StandinBar, StandinListing } from './types'

const dated = (text: string) => text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')

function lineOf(bar: StandinBar, mainland: boolean, places: number): string {
  const price = (value: number | null) => (value === null ? '-' : value.toFixed(places))
  const volume = bar.volume === null ? '-' : String(Math.round(mainland ? bar.volume / 100 : bar.volume))
  const prices = [bar.open, bar.close, bar.high, bar.low].map(price)
  return [bar.session, ...prices, volume, '1000.00', '1.00', '0.50', '0.10', '0.20'].join(',')
}

/**
 * Answers Eastmoney's daily bars: rows as text with commas, volume in lots of 100 on the mainland, `data: null` for a
 * symbol it does not know. With `cb` as JSONP.
 * It has no adjusted prices to give: another `fqt` than 0 is refused.
 */
export function eastmoneyKlines(url: URL, listings: readonly StandinListing[], fault: Fault | null): Answer {
  const query = url.searchParams
  const callback = query.get('cb')
  const reply = (body: unknown): Answer => {
    const json = JSON.stringify(body)
    return { status: 200, type: 'application/json; charset=UTF-8', body: callback ? `${callback}(${json});` : json }
  }
  const envelope = { rt: 17, svr: 1, lt: 1, full: 0, dlmkts: '' }
  const secid = query.get('secid') ?? ''
  const listing = listings.find(({ symbol }) => eastmoneySymbols(symbol).includes(secid))
  const asked = query.get('klt') === '101' && query.get('fqt') === '0'
  if (listing === undefined || fault?.kind === 'not-found' || !asked) return reply({ rc: 100, ...envelope, data: null })
  const [market = '', ...code] = secid.split('.')
  const mainland = Number(market) <= 1
  const decimal = mainland ? 2 : 3
  const bars = tradedBars(listing, dated(query.get('beg') ?? ''), dated(query.get('end') ?? ''), fault)
  const data = {
    code: code.join('.'),
    market: Number(market),
    name: 'stand-in',
    decimal,
    dktotal: listing.bars.length,
    preKPrice: 0,
    klines: bars.map((bar) => lineOf(bar, mainland, decimal)),
  }
  return reply({ rc: 0, ...envelope, data })
}
