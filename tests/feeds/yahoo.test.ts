import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { barFeedsFor } from '@/lib/feeds/registry'
import { FeedError, type FeedErrorClass } from '@/lib/feeds/types'
import { type Fault, type Standin, startStandin } from '../standin'
import { testContext } from './context'
import { bar, split10, split149 } from './data'

let standin: Standin
beforeEach(async () => {
  standin = await startStandin({ data: { listings: [split10, split149] } })
})
afterEach(() => standin.close())

const nvda = { feedSymbol: 'NVDA', mic: 'XNAS', timeZone: 'America/New_York' } as const
const cambricon = { feedSymbol: '688256.SS', mic: 'XSHG', timeZone: 'Asia/Shanghai' } as const

function yahoo() {
  const [feed] = barFeedsFor('XNAS')
  if (feed === undefined) throw new Error('no feed of bars')
  return feed
}

async function failing(fault: Fault, match = 'NVDA'): Promise<{ error: FeedError; requests: number }> {
  standin.set({ match, fault })
  const { ctx } = testContext(standin.origin, { timeoutMs: 300 })
  const error = await yahoo()
    .fetchBars({ ...nvda, from: '2024-06-06', to: '2024-06-11' }, ctx)
    .then(
      () => null,
      (reason: unknown) => reason,
    )
  if (!(error instanceof FeedError)) throw new Error(`expected a FeedError, got ${String(error)}`)
  return { error, requests: standin.requests.length }
}

describe('bars', () => {
  test('come split-adjusted as plain decimals, with whole volumes, and the actions on their ex-dates', async () => {
    const { ctx } = testContext(standin.origin)
    const got = await yahoo().fetchBars({ ...nvda, from: '2024-06-06', to: '2024-06-11' }, ctx)
    expect(got).toMatchObject({ feed: 'yahoo', feedSymbol: 'NVDA', currency: 'USD', basis: 'split', rejected: [] })
    expect(got.bars.map(({ session, close }) => [session, close])).toEqual([
      ['2024-06-06', '120.998001'],
      ['2024-06-07', '120.888'],
      ['2024-06-10', '121.790001'],
      ['2024-06-11', '120.910004'],
    ])
    expect(got.bars[0]?.volume).toBe(664_696_000n)
    expect(got.actions).toEqual([
      { kind: 'split', exDate: '2024-06-10', numerator: 10, denominator: 1 },
      { kind: 'dividend', exDate: '2024-06-11', cash: '0.01', currency: 'USD' },
    ])
    expect(got.fetchedAt.toISOString()).toBe('2026-08-10T12:00:00.000Z')
  })

  test('of a past range still bring the later split that has already changed their prices', async () => {
    const { ctx } = testContext(standin.origin)
    const got = await yahoo().fetchBars({ ...cambricon, from: '2025-08-28', to: '2025-08-28' }, ctx)
    expect(got.bars.map(({ session, close }) => [session, close])).toEqual([['2025-08-28', '1065.711426']])
    expect(got.actions).toEqual([
      { kind: 'dividend', exDate: '2026-05-08', cash: '1.5', currency: 'CNY' },
      { kind: 'split', exDate: '2026-05-08', numerator: 149, denominator: 100 },
    ])
  })

  test('ask for local days, in a User-Agent that Yahoo takes, without a cookie', async () => {
    const { ctx } = testContext(standin.origin)
    await yahoo().fetchBars({ ...nvda, from: '2024-06-06', to: '2024-06-11' }, ctx)
    const [request] = standin.requests
    const query = new URL(request?.url ?? '', 'http://x').searchParams
    expect(query.get('period1')).toBe(String(Date.parse('2024-06-06T04:00:00Z') / 1000))
    expect(query.get('period2')).toBe(String(Date.parse('2026-08-11T04:00:00Z') / 1000))
    expect(query.get('interval')).toBe('1d')
    expect(request?.headers['user-agent']).toMatch(/^Mozilla\/5\.0 \(compatible; Tidemark\/0\.1; \+https:/)
    expect(request?.headers.cookie).toBeFalsy()
  })

  test('of an index with a caret in its symbol', async () => {
    standin.setData({ listings: [{ ...split10, symbol: '^GSPC', actions: [] }] })
    const { ctx } = testContext(standin.origin)
    const request = { ...nvda, feedSymbol: '^GSPC', from: '2024-06-07', to: '2024-06-07' }
    expect((await yahoo().fetchBars(request, ctx)).bars).toHaveLength(1)
  })

  test.each([
    ['2025-03-07', '2025-03-10', 'America/New_York'],
    ['2025-10-31', '2025-11-03', 'America/New_York'],
    ['2025-03-07', '2025-03-10', 'Asia/Shanghai'],
  ])('keep the dates %s and %s of %s across a clock change', async (friday, monday, timeZone) => {
    const listing = { symbol: 'T', currency: 'USD', timeZone, bars: [bar(friday, 10), bar(monday, 11)] }
    standin.setData({ listings: [listing] })
    const { ctx } = testContext(standin.origin)
    const request = { feedSymbol: 'T', mic: 'XNAS' as const, timeZone, from: friday, to: monday }
    const got = await yahoo().fetchBars(request, ctx)
    expect(got.bars.map(({ session }) => session)).toEqual([friday, monday])
    const onlyMonday = await yahoo().fetchBars({ ...request, from: monday }, ctx)
    expect(onlyMonday.bars.map(({ session }) => session)).toEqual([monday])
  })

  test('name sessions of nulls, and keep the others', async () => {
    standin.set({ match: 'NVDA', fault: { kind: 'null-bars', sessions: ['2024-06-10'] } })
    const { ctx } = testContext(standin.origin)
    const got = await yahoo().fetchBars({ ...nvda, from: '2024-06-06', to: '2024-06-11' }, ctx)
    expect(got.nullSessions).toEqual(['2024-06-10'])
    expect(got.bars).toHaveLength(3)
  })

  test.each([['EUR'], [null]])('pass on the currency %j as the feed states it', async (currency) => {
    standin.set({ match: 'NVDA', fault: { kind: 'currency', currency } })
    const { ctx } = testContext(standin.origin)
    const got = await yahoo().fetchBars({ ...nvda, from: '2024-06-06', to: '2024-06-11' }, ctx)
    expect(got.currency).toBe(currency)
  })

  test('leave out the live price that is appended after the end of the range', async () => {
    const live = { at: '2026-08-10T14:30:00Z', price: 180, volume: 5 }
    standin.setData({ listings: [{ ...split10, live }] })
    const { ctx } = testContext(standin.origin)
    const got = await yahoo().fetchBars({ ...nvda, from: '2024-06-06', to: '2024-06-11' }, ctx)
    expect(got.bars.at(-1)?.session).toBe('2024-06-11')
    expect(got.rejected).toEqual([])
  })

  test('make one of the last session and its live row', async () => {
    const live = { at: '2024-06-11T19:00:00Z', price: 123.5, volume: 10 }
    standin.setData({ listings: [{ ...split10, live }] })
    const { ctx } = testContext(standin.origin)
    const got = await yahoo().fetchBars({ ...nvda, from: '2024-06-11', to: '2024-06-11' }, ctx)
    expect(got.bars).toEqual([
      {
        session: '2024-06-11',
        open: '121.769997',
        high: '123.5',
        low: '118.739998',
        close: '123.5',
        volume: 222_551_200n,
      },
    ])
  })
})

describe('failures', () => {
  const cases: [string, Fault, FeedErrorClass, RegExp, number][] = [
    ['an unknown symbol', { kind: 'not-found' }, 'unknown-symbol', /does not know NVDA/, 1],
    ['an empty range', { kind: 'empty' }, 'empty', /no bars of NVDA from 2024-06-06 to 2024-06-11/, 1],
    ['429 as plain text', { kind: 'rate-limit' }, 'rate-limited', /limits our rate for NVDA/, 3],
    ['429 in all but name', { kind: 'status', status: 200, body: 'Too Many Requests' }, 'rate-limited', /limits/, 3],
    ['an HTML page with 200', { kind: 'html' }, 'not-the-format', /HTML page/, 2],
    ['half a body', { kind: 'half-body' }, 'unreachable', /could not be reached for NVDA/, 3],
    ['JSON cut short', { kind: 'cut-json' }, 'not-the-format', /cut short/, 2],
    ['a closed socket', { kind: 'closed' }, 'unreachable', /could not be reached for NVDA/, 3],
    ['a slow answer', { kind: 'slow', ms: 3_000 }, 'timeout', /in 300 ms/, 2],
    ['another shape', { kind: 'status', status: 200, body: '{"chart":{"result":[]}}' }, 'not-the-format', /shape/, 1],
    ['no envelope', { kind: 'status', status: 200, body: '[]' }, 'not-the-format', /shape/, 1],
  ]
  test.each(cases)('%s', async (_name, fault, errorClass, message, attempts) => {
    const { error, requests } = await failing(fault)
    expect(error.errorClass).toBe(errorClass)
    expect(error.feed).toBe('yahoo')
    expect(error.message).toMatch(message)
    expect(error.message).toContain('Yahoo Finance')
    expect(requests).toBe(attempts)
  })

  test('a range before the first trade is empty', async () => {
    const body = JSON.stringify({
      chart: { result: null, error: { code: 'Bad Request', description: "Data doesn't exist for startDate = 1" } },
    })
    const { error, requests } = await failing({ kind: 'status', status: 400, body, type: 'application/json' })
    expect([error.errorClass, requests]).toEqual(['empty', 1])
  })

  test('a feed that recovers after one failure has not failed', async () => {
    standin.set({ match: 'NVDA', fault: { kind: 'half-body' }, times: 1 })
    const { ctx, waits } = testContext(standin.origin)
    const got = await yahoo().fetchBars({ ...nvda, from: '2024-06-06', to: '2024-06-11' }, ctx)
    expect(got.bars).toHaveLength(4)
    expect(waits).toEqual([300])
  })
})
