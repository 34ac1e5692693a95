import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BarFeed } from '@/lib/feeds/registry'
import { barFeedsFor } from '@/lib/feeds/registry'
import type { FeedBar, FeedBars } from '@/lib/feeds/types'
import { asTraded } from '@/lib/market/adjustment'
import type { Mic } from '@/lib/market/exchange'
import { tickOf } from '@/lib/market/tick'
import { type Standin, type StandinListing, startStandin } from '../standin'
import { testContext } from './context'
import { split10, split149 } from './data'

const hongKong: StandinListing = {
  symbol: '0700.HK',
  currency: 'HKD',
  timeZone: 'Asia/Hong_Kong',
  bars: [{ session: '2026-04-01', open: 504, high: 504, low: 493, close: 496.6, volume: 21_275_055 }],
}

let standin: Standin
beforeEach(async () => {
  standin = await startStandin({ data: { listings: [split10, split149, hongKong] } })
})
afterEach(() => standin.close())

/** What would be stored: Yahoo's prices turned back with the splits it tells, the others' as they are. */
function stored(fed: FeedBars, mic: Mic): FeedBar[] {
  if (fed.basis === 'raw') return [...fed.bars]
  const column = (name: 'session' | 'open' | 'high' | 'low' | 'close') => fed.bars.map((bar) => bar[name])
  const columns = {
    ...{ session: column('session'), open: column('open'), high: column('high') },
    ...{ low: column('low'), close: column('close'), volume: fed.bars.map(({ volume }) => volume) },
  }
  const splits = fed.actions.filter(({ kind }) => kind === 'split')
  const back = asTraded(columns, splits, (price) => tickOf(mic, 'equity', price))
  return back.session.map((session, i) => ({
    session,
    ...{ open: back.open[i] ?? '', high: back.high[i] ?? '', low: back.low[i] ?? '', close: back.close[i] ?? '' },
    volume: back.volume[i] ?? null,
  }))
}

const cases: [Mic, string, StandinListing, Record<string, string>][] = [
  ['XSHG', 'Asia/Shanghai', split149, { yahoo: '688256.SS', tencent: 'sh688256', eastmoney: '1.688256' }],
  ['XHKG', 'Asia/Hong_Kong', hongKong, { yahoo: '0700.HK', tencent: 'hk00700', eastmoney: '116.00700' }],
  ['XNAS', 'America/New_York', split10, { yahoo: 'NVDA', eastmoney: '105.NVDA' }],
]

test.each(cases)(
  'on %s every feed gives the same prices as traded and the same shares',
  async (mic, timeZone, listing, symbols) => {
    const sessions = listing.bars.map(({ session }) => session)
    const range = { from: sessions[0] ?? '', to: sessions.at(-1) ?? '' }
    const { ctx } = testContext(standin.origin)
    const ask = (feed: BarFeed) => feed.fetchBars({ feedSymbol: symbols[feed.id] ?? '', mic, timeZone, ...range }, ctx)
    const feeds = barFeedsFor(mic)
    expect(feeds.map(({ id }) => id).sort()).toEqual(Object.keys(symbols).sort())
    const expected = listing.bars.map(({ session, open, high, low, close, volume }) => ({
      ...{ session, open: String(open), high: String(high), low: String(low), close: String(close) },
      volume: BigInt(volume ?? 0),
    }))
    for (const feed of feeds) expect(stored(await ask(feed), mic), feed.id).toEqual(expected)
  },
)
