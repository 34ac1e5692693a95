import { describe, expect, test } from 'vitest'
import type { FeedQuote } from '@/lib/feeds/types'
import { judgeQuote, unsettledBar } from '@/lib/ingest/quoteCheck'

const now = new Date('2026-07-23T10:00:00+08:00')
const listing = { symbol: '688256.SS', mic: 'XSHG', kind: 'equity', currency: 'CNY' } as const
const quote = (over: Partial<FeedQuote> = {}): FeedQuote => ({
  feed: 'yahoo',
  feedSymbol: '688256.SS',
  currency: 'CNY',
  at: new Date('2026-07-23T09:59:00+08:00'),
  price: '1320.500000001',
  open: '1300',
  high: '1330',
  low: '1299',
  previousClose: '1305',
  volume: 100n,
  fetchedAt: now,
  ...over,
})
const judge = (over: Partial<FeedQuote> = {}, at: Partial<Parameters<typeof judgeQuote>[2]> = {}) =>
  judgeQuote(quote(over), listing, { now, newest: null, lastClose: '1305', ...at })

describe('a live price is looked at before it is stored', () => {
  test('one that can be is new, of its session, on the tick', () => {
    expect(judge()).toMatchObject({ kind: 'new', session: '2026-07-23', quote: { price: '1320.5', volume: 100n } })
  })

  test.each([
    ['no number', { price: 'NaN' }],
    ['zero', { price: '0' }],
    ['below zero', { price: '-1' }],
    ['too large', { price: '1e14' }],
    ['less than a tick', { price: '0.001', previousClose: '0.001' }],
    ['in another currency', { currency: 'USD' }],
    ['in none, of a feed that names one', { currency: null }],
    ['to come', { at: new Date('2026-07-23T10:03:00+08:00') }],
    ['of no moment', { at: new Date(Number.NaN) }],
    ['more than the limit above the close before', { price: '1600' }],
    ['a hundredth of it', { price: '13.05' }],
  ])('%s: wrong', (_, over) => {
    expect(judge(over).kind).toBe('wrong')
  })

  test('the move is counted from the feed’s own close before, which knows of a split this morning', () => {
    const split = { price: '890', previousClose: '875.84', open: '880', high: '895', low: '870' }
    expect(judge(split).kind).toBe('new')
    expect(judge({ ...split, previousClose: null }).kind).toBe('wrong')
  })

  test('New York knows no limit, but not everything is a price', () => {
    const nvidia = { symbol: 'NVDA', mic: 'XNAS', kind: 'equity', currency: 'USD' } as const
    const at = new Date('2026-07-23T10:00:00-04:00')
    const of = (price: string) =>
      judgeQuote(quote({ price, currency: 'USD', at, previousClose: '200' }), nvidia, {
        now: at,
        newest: null,
        lastClose: null,
      }).kind
    expect([of('350'), of('601'), of('60')]).toEqual(['new', 'wrong', 'wrong'])
  })

  test.each([
    ['of yesterday', { at: new Date('2026-07-22T14:59:00+08:00') }],
    ['of the auction before the open', { at: new Date('2026-07-23T09:25:00+08:00') }],
  ])('%s: none of today yet, which is no fault', (_, over) => {
    expect(judge(over).kind).toBe('not-yet')
  })

  test('not newer than the stored one: known', () => {
    expect(judge({}, { newest: new Date('2026-07-23T09:59:00+08:00') }).kind).toBe('known')
    expect(judge({}, { newest: new Date('2026-07-23T09:59:30+08:00') }).kind).toBe('known')
  })

  test('a feed without a field for the currency is believed, and an index has no volume of zero', () => {
    const index = { ...listing, symbol: '000688.SS', kind: 'index' } as const
    const said = judgeQuote(quote({ feed: 'tencent', currency: null, volume: 0n }), index, {
      now,
      newest: null,
      lastClose: null,
    })
    expect(said).toMatchObject({ kind: 'new', quote: { volume: null } })
  })
})

describe('the unsettled bar of a live price', () => {
  const fed = { at: now, price: '12', open: null, high: null, low: null, previousClose: null, volume: null }
  test('of nothing but a price', () => {
    expect(unsettledBar('2026-07-23', fed, null)).toMatchObject({
      open: '12',
      high: '12',
      low: '12',
      close: '12',
      settled: false,
      asOf: now,
    })
  })
  test('keeps the range of the day so far where the feed leaves it out', () => {
    const before = { open: '10', high: '13', low: '9', volume: 5n }
    expect(unsettledBar('2026-07-23', fed, before)).toMatchObject({
      open: '10',
      high: '13',
      low: '9',
      close: '12',
      volume: 5n,
    })
  })
  test('holds open and price whatever range the feed gives', () => {
    const bar = unsettledBar('2026-07-23', { ...fed, open: '8', high: '11', low: '10' }, null)
    expect(bar).toMatchObject({ open: '8', high: '12', low: '8', close: '12' })
  })
})
