import { localDate, localTime } from '@/lib/market/zone'
import { tencentSymbol } from './symbols'
import type { Answer, StandinListing } from './types'

const zone = 'Asia/Shanghai'
/** 瓇, whose second byte in GBK is the `~` that parts the cells: what a reader that takes the answer for UTF-8 stumbles over. */
const awkwardName = Buffer.from([0xad, 0x7e])

function lineOf(symbol: string, listing: StandinListing): Buffer {
  const last = [...listing.bars].sort((a, b) => (a.session < b.session ? -1 : 1)).at(-1)
  const live = listing.live
  const session = live ? localDate(new Date(live.at), listing.timeZone) : (last?.session ?? '')
  const day = listing.bars.find((bar) => bar.session === session)
  const before = [...listing.bars]
    .filter((bar) => bar.session < session)
    .sort((a, b) => (a.session < b.session ? -1 : 1))
    .at(-1)
  const at = live ? new Date(live.at) : null
  const seconds = at ? String(at.getUTCSeconds()).padStart(2, '0') : '00'
  const [date, time] = at ? [localDate(at, zone), `${localTime(at, zone)}:${seconds}`] : [session, '15:00:00']
  const hongKong = symbol.startsWith('hk')
  const shares = hongKong || symbol.startsWith('sh68')
  const price = (value: number | null | undefined) => (value ?? 0).toFixed(2)
  const volume = live?.volume ?? day?.volume ?? 0
  const cells = Array.from({ length: 85 }, () => '0')
  cells[0] = '1'
  cells[2] = symbol.slice(2)
  cells[3] = price(live?.price ?? day?.close)
  cells[4] = price(before?.close)
  cells[5] = price(day?.open)
  cells[6] = String(Math.round(shares ? volume : volume / 100))
  cells[30] = hongKong ? `${date.replaceAll('-', '/')} ${time}` : `${date}${time}`.replaceAll(/[-:]/g, '')
  cells[33] = price(day?.high ?? live?.price)
  cells[34] = price(day?.low ?? live?.price)
  if (listing.currency !== null) cells[82] = listing.currency
  const [head, tail] = [`v_${symbol}="${cells[0]}~`, `~${cells.slice(2).join('~')}";\n`]
  return Buffer.concat([Buffer.from(head), awkwardName, Buffer.from(tail)])
}

/** Answers Tencent's live prices, `/q=sh688256,hk00700`: a line a symbol in GBK; unknown symbols have none, and an answer without any says so. */
export function tencentQuotes(symbols: readonly string[], listings: readonly StandinListing[]): Answer {
  const lines = symbols.flatMap((symbol) => {
    const listing = listings.find((known) => tencentSymbol(known.symbol) === symbol)
    return listing ? [lineOf(symbol, listing)] : []
  })
  const body = lines.length > 0 ? Buffer.concat(lines) : Buffer.from('v_pv_none_match="1";\n')
  return { status: 200, type: 'text/html; charset=GBK', body }
}
