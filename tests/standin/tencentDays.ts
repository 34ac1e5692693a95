import { tencentSymbol } from './symbols'
import { tradedBars } from './traded'
import type { Answer, Fault, StandinBar, StandinListing } from './types'

const mostRows = 640
const cell = (value: number | null, places: number) => (value ?? 0).toFixed(places)

function rowOf(bar: StandinBar, symbol: string, listing: StandinListing): unknown[] {
  const shares = symbol.startsWith('hk') || symbol.startsWith('sh68')
  const places = /^(sh000|sz399)/.test(symbol) ? 2 : 3
  const price = (value: number | null) => `${cell(value, places)}${places === 2 ? '0' : ''}`
  const volume = bar.volume === null ? null : Math.round(shares ? bar.volume : bar.volume / 100)
  const row: unknown[] = [
    bar.session,
    price(bar.open),
    price(bar.close),
    price(bar.high),
    price(bar.low),
    cell(volume, 3),
  ]
  const dividend = listing.actions?.find(({ kind, exDate }) => kind === 'dividend' && exDate === bar.session)
  const note = dividend === undefined ? null : { cqr: bar.session, FHcontent: 'in words' }
  if (symbol.startsWith('hk')) return note ? [...row, note] : row
  // Turnover and amount follow, except in rows of a dividend: those end with its note.
  return note ? [...row, note] : [...row, {}, '1.00', '1234.56', '']
}

/**
 * Answers Tencent's daily bars: `param=sh688256,day,FROM,TO,640,` in six parts, the last empty for prices as traded. At
 * most 640 rows, the newest; an unknown
 * symbol has no rows and an empty quote. With `_var` the JSON stands in an assignment.
 */
export function tencentDays(url: URL, listings: readonly StandinListing[], fault: Fault | null): Answer {
  const name = url.searchParams.get('_var')
  const reply = (body: unknown): Answer => ({
    status: 200,
    type: 'text/html; charset=utf-8',
    body: `${name ? `${name}=` : ''}${JSON.stringify(body)}`,
  })
  const parts = (url.searchParams.get('param') ?? '').split(',')
  const [symbol = '', period, from = '', to = '', count, adjustment] = parts
  if (parts.length !== 6 || period !== 'day' || Number(count) > mostRows) return reply({ code: 1, msg: 'bad params' })
  if (!/^(sh|sz|hk)/.test(symbol)) return reply({ code: 0, msg: 'param error', data: [] })
  const listing = listings.find((known) => tencentSymbol(known.symbol) === symbol)
  const known = listing !== undefined && fault?.kind !== 'not-found'
  const days = known ? tradedBars(listing, from, to, fault).slice(-Number(count)) : []
  const rows = known ? days.map((bar) => rowOf(bar, symbol, listing)) : []
  const qt = { [symbol]: known ? ['1', 'stand-in', symbol.slice(2)] : [], market: ['stand-in'] }
  return reply({ code: 0, msg: '', data: { [symbol]: { [`${adjustment}day`]: rows, qt, version: '16' } } })
}
