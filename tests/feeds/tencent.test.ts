import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { partsOf, tencentBars } from '@/lib/feeds/tencent'
import type { FeedErrorClass } from '@/lib/feeds/types'
import { sessionsBetween } from '@/lib/market/sessions'
import { type Fault, type Standin, type StandinListing, startStandin } from '../standin'
import { testContext } from './context'
import { bar, split149 } from './data'

const hongKong: StandinListing = {
  symbol: '0700.HK',
  currency: 'HKD',
  timeZone: 'Asia/Hong_Kong',
  bars: [bar('2026-03-31', 490.2, 1_234_567), bar('2026-04-01', 496.6, 21_275_055)],
  actions: [{ kind: 'dividend', exDate: '2026-04-01', cash: 5.3 }],
}

let standin: Standin
beforeEach(async () => {
  standin = await startStandin({ data: { listings: [split149, hongKong] } })
})
afterEach(() => standin.close())

const range = { from: '2025-08-27', to: '2026-05-08' }
const fetchBars = (feedSymbol: string, over: Partial<typeof range> = {}, timeoutMs = 2_000) =>
  tencentBars.fetchBars(
    { feedSymbol, mic: 'XSHG', timeZone: 'Asia/Shanghai', ...range, ...over },
    testContext(standin.origin, { timeoutMs }).ctx,
  )

describe('bars', () => {
  test('come as traded across a split, without currency and without actions', async () => {
    const got = await fetchBars('sh688256')
    expect(got).toMatchObject({ feed: 'tencent', feedSymbol: 'sh688256', currency: null, basis: 'raw', actions: [] })
    expect(got.bars[1]).toEqual({
      session: '2025-08-28',
      open: '1586.91',
      high: '1589.91',
      low: '1584.91',
      close: '1587.91',
      volume: 1000n,
    })
    expect(got.bars.map(({ close }) => close)).toEqual(['1372.1', '1587.91', '1868', '1250.5'])
    expect(got.rejected).toEqual([])
  })

  test('are asked for unadjusted: six parts, the last one empty', async () => {
    await fetchBars('sh688256', { from: '2026-05-07' })
    const url = new URL(standin.requests[0]?.url ?? '', 'http://x')
    expect(url.pathname).toBe('/ifzqgtimg/appstock/app/newfqkline/get')
    expect(url.searchParams.get('param')).toBe('sh688256,day,2026-05-07,2026-05-08,640,')
  })

  test('of Hong Kong come from its own path, in shares, with the rows of dividends longer than others', async () => {
    const got = await fetchBars('hk00700')
    expect(got.bars.map(({ volume }) => volume)).toEqual([1_234_567n, 21_275_055n])
    expect(standin.requests.map(({ url }) => url.split('?')[0])).toEqual(['/appstock/app/hkfqkline/get'])
  })

  test('of Hong Kong come from the general path when its own has none', async () => {
    standin.set({ match: 'hkfqkline', fault: { kind: 'empty' } })
    expect((await fetchBars('hk00700')).bars).toHaveLength(2)
    expect(standin.requests.map(({ url }) => url.split('?')[0])).toEqual([
      '/appstock/app/hkfqkline/get',
      '/ifzqgtimg/appstock/app/newfqkline/get',
    ])
  })

  test('of many years come in parts and miss no session', async () => {
    const sessions = sessionsBetween('XSHG', '2024-01-02', '2026-11-20')
    const long = { ...split149, bars: sessions.map((session, i) => bar(session, 100 + i)) }
    standin.setData({ listings: [long] })
    expect(sessions.length).toBeGreaterThan(640)
    const got = await fetchBars('sh688256', { from: '2024-01-02', to: '2026-11-20' })
    expect(got.bars.map(({ session }) => session)).toEqual(sessions)
    expect(standin.requests).toHaveLength(2)
  })

  test('of parts: next to each other, whole, and never more than 640 weekdays', () => {
    const parts = partsOf({ from: '2010-01-01', to: '2026-08-10' })
    expect(parts[0]?.from).toBe('2010-01-01')
    expect(parts.at(-1)?.to).toBe('2026-08-10')
    const day = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000
    for (const [i, part] of parts.entries()) {
      expect(Math.ceil(((day(part.to) - day(part.from) + 1) / 7) * 5)).toBeLessThan(640)
      const next = parts[i + 1]
      if (next) expect(day(next.from) - day(part.to)).toBe(1)
    }
    expect(partsOf({ from: '2026-08-10', to: '2026-08-10' })).toEqual([{ from: '2026-08-10', to: '2026-08-10' }])
  })

  test('name sessions without trade, and keep the others', async () => {
    standin.set({ match: 'sh688256', fault: { kind: 'null-bars', sessions: ['2025-08-28'] } })
    const got = await fetchBars('sh688256')
    expect(got.nullSessions).toEqual(['2025-08-28'])
    expect(got.bars).toHaveLength(3)
  })
})

describe('failures', () => {
  const answer = (body: string): Fault => ({ kind: 'status', status: 200, type: 'text/html', body })
  const cases: [string, Fault, FeedErrorClass, RegExp, number][] = [
    ['an unknown symbol', { kind: 'not-found' }, 'unknown-symbol', /does not know sh688256/, 1],
    ['an empty range', { kind: 'empty' }, 'empty', /no bars of sh688256 from 2025-08-27 to 2026-05-08/, 1],
    ['a rate limit', { kind: 'rate-limit', retryAfter: '1' }, 'rate-limited', /asks to wait 1 s/, 3],
    ['a page with 200', { kind: 'html' }, 'not-the-format', /HTML page/, 2],
    ['half a body', { kind: 'half-body' }, 'unreachable', /sh688256/, 3],
    ['a script cut short', { kind: 'cut-json' }, 'not-the-format', /cut short/, 2],
    ['a closed socket', { kind: 'closed' }, 'unreachable', /sh688256/, 3],
    ['silence in the middle', { kind: 'stall' }, 'timeout', /300 ms/, 2],
    ['a server error', { kind: 'status', status: 502 }, 'unreachable', /HTTP 502/, 3],
    ['a refusal', { kind: 'status', status: 403 }, 'refused', /HTTP 403/, 1],
    ['a request it refuses', answer('kline_day={"code":1,"msg":"bad params"}'), 'not-the-format', /bad params/, 1],
    ['an empty list of data', answer('kline_day={"code":0,"msg":"","data":[]}'), 'unknown-symbol', /not know/, 1],
    ['text in the wrapper', answer('kline_day=none;'), 'not-the-format', /where JSON was expected/, 2],
  ]
  test.each(cases)('%s', async (_name, fault, errorClass, message, requests) => {
    standin.set({ match: 'sh688256', fault })
    const got = fetchBars('sh688256', {}, 300)
    await expect(got).rejects.toMatchObject({ feed: 'tencent', errorClass, message: expect.stringMatching(message) })
    expect(standin.requests).toHaveLength(requests)
  })

  test.each(['usNVDA', '688256.SS', 'sh68825', 'sh688256,day', ''])('no request for %j', async (symbol) => {
    await expect(fetchBars(symbol)).rejects.toMatchObject({ errorClass: 'unknown-symbol' })
    expect(standin.requests).toHaveLength(0)
  })

  test('one failing part fails the whole, so that no series has a hole in its middle', async () => {
    standin.set({ match: '2026-03', fault: { kind: 'closed' } })
    await expect(fetchBars('sh688256', { from: '2024-01-01' })).rejects.toMatchObject({ errorClass: 'unreachable' })
  })
})
