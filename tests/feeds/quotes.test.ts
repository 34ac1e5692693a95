import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tencentQuotes, transformTencentQuotes } from '@/lib/feeds/tencent'
import type { FeedContext, FeedQuote, QuoteAnswer } from '@/lib/feeds/types'
import { yahooQuotes } from '@/lib/feeds/yahoo'
import { type Standin, startStandin } from '../standin'

const replayed = '2026-07-23T02:10:07Z'
let clock = new Date(replayed)
let standin: Standin
const ticks = [
  { at: '2026-07-23T01:30:00Z', price: 1300, shares: 500 },
  { at: '2026-07-23T02:10:00Z', price: 1320.5, shares: 300 },
  { at: '2026-07-23T02:20:00Z', price: 1290.25, shares: 200 },
]
const replay = { session: '2026-07-23', close: '2026-07-23T07:00:00Z', ticks }
const bars = [{ session: '2026-07-22', open: 1290, high: 1310, low: 1280, close: 1305, volume: 1000 }]
beforeAll(async () => {
  standin = await startStandin({ clock: () => clock })
  standin.setData({
    listings: [
      { symbol: '688256.SS', currency: 'CNY', timeZone: 'Asia/Shanghai', bars, replay },
      { symbol: '0700.HK', currency: 'HKD', timeZone: 'Asia/Hong_Kong', bars, replay },
    ],
  })
})
afterAll(() => standin.close())

const context = (): FeedContext => ({
  origin: standin.origin,
  contact: 'test',
  now: () => clock,
  timeoutMs: 5_000,
  maxBytes: 1_000_000,
  sleep: async () => undefined,
})
const quoteOf = (answer: QuoteAnswer | undefined): FeedQuote => {
  if (answer === undefined || 'error' in answer) throw answer?.error ?? new Error('no answer')
  return answer.quote
}
const shanghai = { mic: 'XSHG', timeZone: 'Asia/Shanghai' } as const
const soFar = { price: '1320.5', open: '1300', high: '1320.5', low: '1300', previousClose: '1305', volume: 800n }
const figures = (quote: FeedQuote) => {
  const { price, open, high, low, previousClose, volume } = quote
  const plain = (text: string | null) => (text === null ? null : String(Number(text)))
  return {
    price: plain(price),
    open: plain(open),
    high: plain(high),
    low: plain(low),
    previousClose: plain(previousClose),
    volume,
  }
}

describe('a live price', () => {
  test('of Yahoo: price and moment of the last trade, the session so far, the close before', async () => {
    clock = new Date(replayed)
    const [quote] = await yahooQuotes.fetchQuotes({ feedSymbols: ['688256.SS'], ...shanghai }, context())
    expect(figures(quoteOf(quote))).toEqual(soFar)
    expect(quoteOf(quote)).toMatchObject({ feed: 'yahoo', currency: 'CNY', at: new Date('2026-07-23T02:10:00Z') })
  })

  test('of Tencent: the same of the same trades, in one request for the batch, though a name holds the character that parts the cells', async () => {
    clock = new Date(replayed)
    const before = standin.requests.length
    const feedSymbols = ['sh688256', 'hk00700', 'sh688999']
    const [share, hongKong, unknown] = await tencentQuotes.fetchQuotes({ feedSymbols, ...shanghai }, context())
    expect(standin.requests.length - before).toBe(1)
    expect(figures(quoteOf(share))).toEqual(soFar)
    expect(quoteOf(share)).toMatchObject({ feed: 'tencent', currency: 'CNY', at: new Date('2026-07-23T02:10:00Z') })
    expect(quoteOf(hongKong)).toMatchObject({ currency: 'HKD', at: new Date('2026-07-23T02:10:00Z') })
    expect(unknown).toMatchObject({ error: { errorClass: 'unknown-symbol' } })
  })

  test('moves with the clock', async () => {
    clock = new Date('2026-07-23T02:20:01Z')
    const [quote] = await yahooQuotes.fetchQuotes({ feedSymbols: ['688256.SS'], ...shanghai }, context())
    expect(figures(quoteOf(quote))).toMatchObject({ price: '1290.25', low: '1290.25', high: '1320.5', volume: 1000n })
  })

  test('one unknown symbol leaves the others their prices', async () => {
    clock = new Date(replayed)
    const feedSymbols = ['NOPE.SS', '688256.SS']
    const answers = await yahooQuotes.fetchQuotes({ feedSymbols, ...shanghai }, context())
    expect(answers[0]).toMatchObject({ feedSymbol: 'NOPE.SS', error: { errorClass: 'unknown-symbol' } })
    expect(quoteOf(answers[1]).price).toBe('1320.5')
  })
})

// A line as Tencent really sent it, kept beside the repository where the project is made.
const recorded = '../../shared/feeds/quotes/tencent-qt-sh688256-20260603.txt'
test.skipIf(!existsSync(recorded))('reads the line that Tencent sent on 2026-06-03', () => {
  // Kept as UTF-8 there.
  const text = readFileSync(recorded, 'utf8')
  const [answer] = transformTencentQuotes(text, ['sh688256'], new Date('2026-06-03T08:00:00Z'))
  expect(quoteOf(answer)).toMatchObject({
    ...{ price: '1378.10', previousClose: '1300.00', open: '1292.30', high: '1428.01', low: '1291.00' },
    ...{ volume: 16_559_805n, currency: 'CNY', at: new Date('2026-06-03T15:50:49+08:00') },
  })
})

describe('a line that is none', () => {
  const answer = (line: string) => transformTencentQuotes(line, ['sh688256'], new Date(replayed))[0]
  test.each([
    ['too short', 'v_sh688256="1~x~688256~1378.10";', 'not-the-format'],
    ['without a moment', `v_sh688256="${Array.from({ length: 60 }, () => '1').join('~')}";`, 'not-the-format'],
    [
      'of a suspended share',
      `v_sh688256="${Array.from({ length: 60 }, (_, i) => (i === 30 ? '20260603093000' : '0.00')).join('~')}";`,
      'empty',
    ],
  ])('%s', (_, line, errorClass) => {
    expect(answer(line)).toMatchObject({ error: { errorClass } })
  })
})
