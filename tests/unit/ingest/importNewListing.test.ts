import { describe, expect, test } from 'vitest'
import { newListing } from '@/lib/ingest/newListing'
import { exchangeOf } from '@/lib/market/exchange'
import { listings } from '@/prisma/seed'

describe('a listing from its Yahoo symbol', () => {
  test.each([
    ['0981.HK', {}, 'XHKG', 'HKD', 'equity', { tencent: 'hk00981', eastmoney: '116.00981' }],
    ['80700.HK', { currency: 'CNY' }, 'XHKG', 'CNY', 'equity', { tencent: 'hk80700', eastmoney: '116.80700' }],
    [
      '600519.SS',
      {},
      'XSHG',
      'CNY',
      'equity',
      { tencent: 'sh600519', eastmoney: '1.600519', 'eastmoney-data': '600519' },
    ],
    ['000001.SS', {}, 'XSHG', 'CNY', 'index', { tencent: 'sh000001', eastmoney: '1.000001' }],
    ['AMD', {}, 'XNAS', 'USD', 'equity', { tencent: 'usAMD', eastmoney: '105.AMD' }],
    ['BIDU', { mic: 'XNYS', kind: 'adr' }, 'XNYS', 'USD', 'adr', { tencent: 'usBIDU', eastmoney: '106.BIDU' }],
    ['BRK-B', { mic: 'XNYS' }, 'XNYS', 'USD', 'equity', {}],
    ['^HSI', { mic: 'XHKG' }, 'XHKG', 'HKD', 'index', {}],
  ])('%s %j is on %s in %s, %s', (symbol, said, mic, currency, kind, others) => {
    const feedSymbols = { yahoo: symbol, ...others }
    expect(newListing(symbol, said)).toMatchObject({ symbol, mic, currency, kind, feedSymbols })
  })

  test('the symbols at the feeds are those of the listings that ship in the box', () => {
    for (const { symbol, mic, kind, feedSymbols } of listings) {
      const { sec: _, ...ours } = feedSymbols
      expect(newListing(symbol, { mic, kind }).feedSymbols).toEqual(ours)
    }
  })

  test('is tracked from the date said, else from where the calendar begins', () => {
    expect(newListing('AMD', { trackedFrom: '2025-01-02' }).trackedFrom).toBe('2025-01-02')
    expect(newListing('AMD').trackedFrom).toBe(exchangeOf('XNAS').knownFrom)
  })

  test.each([
    ['7203.T', {}, 'symbol: the suffix .T of 7203.T is of no exchange known here'],
    ['nvda', {}, '"nvda" is no symbol'],
    ['981.HK', {}, 'expected four or five digits before .HK'],
    ['60051.SS', {}, 'expected six digits before .SS'],
    ['^HSI', {}, 'mic: the symbol of an index, ^HSI, does not say'],
    ['AMD', { mic: 'XLON' }, 'mic: "XLON" is none, expected one of XSHG'],
    ['0981.HK', { mic: 'XNAS' }, 'mic: 0981.HK trades on XHKG by its suffix, not on XNAS'],
    ['AMD', { mic: 'XSHG' }, 'AMD has no suffix of XSHG'],
    ['AMD', { kind: 'etf' }, 'kind: "etf" is none, expected one of equity, adr, index'],
    ['AMD', { currency: 'usd' }, 'currency: "usd" is none'],
    ['AMD', { trackedFrom: 'soon' }, 'trackedFrom: "soon" is none'],
    ['AMD', { trackedFrom: '1999-01-04' }, 'the calendar of XNAS begins on'],
  ])('%s %j is refused: %s', (symbol, said, message) => {
    expect(() => newListing(symbol, said)).toThrow(message)
  })
})
