import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eastmoneyBars, transformEastmoneyBars } from '@/lib/feeds/eastmoney'
import type { FeedErrorClass } from '@/lib/feeds/types'
import { type Fault, type Standin, startStandin } from '../standin'
import { testContext } from './context'
import { split10, split149 } from './data'

let standin: Standin
beforeEach(async () => {
  standin = await startStandin({ data: { listings: [split10, split149] } })
})
afterEach(() => standin.close())

const range = { from: '2024-06-06', to: '2026-05-08' }
const fetchBars = (feedSymbol: string, over: Partial<typeof range> = {}, timeoutMs = 2_000) =>
  eastmoneyBars.fetchBars(
    { feedSymbol, mic: 'XNAS', timeZone: 'America/New_York', ...range, ...over },
    testContext(standin.origin, { timeoutMs }).ctx,
  )

describe('bars', () => {
  test('come as traded across a split, without currency and without actions', async () => {
    const got = await fetchBars('105.NVDA')
    expect(got).toMatchObject({ feed: 'eastmoney', feedSymbol: '105.NVDA', currency: null, basis: 'raw', actions: [] })
    expect(got.bars.map(({ session, close, volume }) => [session, close, volume])).toEqual([
      ['2024-06-06', '1209.98', 66_469_600n],
      ['2024-06-07', '1208.88', 41_238_580n],
      ['2024-06-10', '121.79', 314_162_700n],
      ['2024-06-11', '120.91', 222_551_200n],
    ])
    expect(got.bars[0]).toMatchObject({ open: '1240.48', high: '1255.87', low: '1183.2' })
  })

  test('are asked for unadjusted, daily, of the days wanted, in one request', async () => {
    await fetchBars('1.688256', { from: '2026-05-07' })
    expect(standin.requests).toHaveLength(1)
    const url = new URL(standin.requests[0]?.url ?? '', 'http://x')
    expect(url.pathname).toBe('/api/qt/stock/kline/get')
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      ...{ secid: '1.688256', klt: '101', fqt: '0', beg: '20260507', end: '20260508' },
      ...{ fields1: 'f1,f2,f3,f4,f5,f6', fields2: 'f51,f52,f53,f54,f55,f56,f57,f58,f59,f60,f61' },
    })
    expect(url.searchParams.has('cb')).toBe(false)
  })

  test('name sessions without trade, and keep the others', async () => {
    standin.set({ match: 'NVDA', fault: { kind: 'null-bars', sessions: ['2024-06-10'] } })
    const got = await fetchBars('105.NVDA')
    expect(got.nullSessions).toEqual(['2024-06-10'])
    expect(got.bars).toHaveLength(3)
  })
})

describe('failures', () => {
  const cases: [string, Fault, FeedErrorClass, RegExp, number][] = [
    ['an unknown symbol', { kind: 'not-found' }, 'unknown-symbol', /does not know 105\.NVDA \(no data, rc 100\)/, 1],
    ['an empty range', { kind: 'empty' }, 'empty', /no bars of 105\.NVDA/, 1],
    ['a socket closed without a status', { kind: 'closed' }, 'unreachable', /105\.NVDA/, 3],
    ['a rate limit', { kind: 'rate-limit' }, 'rate-limited', /limits our rate/, 3],
    ['a page with 200', { kind: 'html' }, 'not-the-format', /HTML page/, 2],
    ['a page with 502', { kind: 'html', status: 502, title: 'Bad Gateway' }, 'unreachable', /Bad Gateway/, 3],
    ['half a body', { kind: 'half-body' }, 'unreachable', /105\.NVDA/, 3],
    ['half of the JSON', { kind: 'cut-json' }, 'not-the-format', /cut short/, 2],
    ['silence in the middle', { kind: 'stall' }, 'timeout', /300 ms/, 2],
    [
      'another shape',
      { kind: 'status', status: 200, body: '{"rc":0,"data":{}}' },
      'not-the-format',
      /at data\.code/,
      1,
    ],
  ]
  test.each(cases)('%s', async (_name, fault, errorClass, message, requests) => {
    standin.set({ match: 'NVDA', fault })
    const got = fetchBars('105.NVDA', {}, 300)
    await expect(got).rejects.toMatchObject({ feed: 'eastmoney', errorClass, message: expect.stringMatching(message) })
    expect(standin.requests).toHaveLength(requests)
  })

  test.each(['NVDA', '688256.SS', '2.688256', '1.', '1.688256&fqt=1'])('no request for %j', async (symbol) => {
    await expect(fetchBars(symbol)).rejects.toMatchObject({ errorClass: 'unknown-symbol' })
    expect(standin.requests).toHaveLength(0)
  })
})

describe('an answer', () => {
  const line = '2025-03-07,10.00,11.00,12.00,9.00,1000,1.00,1.00,1.00,1.00,1.00'
  const dataOf = (klines: unknown[], over: Record<string, unknown> = {}) => ({
    rc: 0,
    data: { code: '688256', market: 1, name: 'x', decimal: 2, klines, ...over },
  })
  const transform = (answer: unknown, [market, code]: [number, string] = [1, '688256']) =>
    transformEastmoneyBars(
      { feedSymbol: `${market}.${code}`, secid: { market, code }, answer, fetchedAt: new Date(0) },
      { from: '2025-01-01', to: '2025-12-31' },
    )

  test('counts lots of 100 on the mainland, single shares elsewhere', () => {
    expect(transform(dataOf([line])).bars).toEqual([
      { session: '2025-03-07', open: '10', high: '12', low: '9', close: '11', volume: 100_000n },
    ])
    for (const [market, code] of [
      [105, 'NVDA'],
      [106, 'BABA'],
      [116, '00700'],
    ] as [number, string][]) {
      expect(transform(dataOf([line], { market, code }), [market, code]).bars[0]?.volume).toBe(1000n)
    }
  })

  test('says how far it is rounded', () => {
    expect(transform(dataOf([line])).rounding).toEqual({ price: '0.01', volume: 100n })
    const answer = dataOf([line], { market: 116, code: '00700', decimal: 3 })
    expect(transform(answer, [116, '00700']).rounding).toEqual({ price: '0.001' })
  })

  test.each<[string, unknown, string]>([
    ['cut short', '2025-03-10,10.00,11.00', '3 cells, expected date, open, close, high, low, volume'],
    ['with a dash for one price', line.replace('12.00', '-'), 'high is "-", not a number of zero or more'],
    ['with another date', line.replaceAll('-', '/'), 'its date is "2025/03/07", expected YYYY-MM-DD'],
    ['that is no text', { date: '2025-03-10' }, 'its date is missing, expected YYYY-MM-DD'],
  ])('has a row %s refused whole with its reason', (_name, payload, reason) => {
    const good = line.replace('03-07', '03-11')
    const { bars, rejected } = transform(dataOf([payload, good]))
    expect(bars.map(({ session }) => session)).toEqual(['2025-03-11'])
    expect(rejected).toMatchObject([{ reason, payload }])
  })

  test.each([
    ['bars of another code', dataOf([line], { code: '688981' }), /with bars of 1\.688981/],
    ['bars of another market', dataOf([line], { market: 0 }), /with bars of 0\.688256/],
    ['rows that are no list', dataOf([], { klines: 'x' }), /at data\.klines/],
    ['null', null, /at the top/],
  ])('with %s is refused', (_name, body, message) => {
    expect(() => transform(body)).toThrow(message)
    expect(() => transform(body)).toThrow(expect.objectContaining({ errorClass: 'not-the-format' }))
  })

  test('without data is of an unknown symbol, without rows in the range empty', () => {
    expect(() => transform({ rc: 102, data: null })).toThrow(expect.objectContaining({ errorClass: 'unknown-symbol' }))
    expect(() => transform(dataOf([]))).toThrow(expect.objectContaining({ errorClass: 'empty' }))
    expect(() => transform(dataOf([line.replace('2025', '2024')]))).toThrow(
      expect.objectContaining({ errorClass: 'empty' }),
    )
  })
})
