import { describe, expect, test } from 'vitest'
import { unwrapScript } from '@/lib/feeds/shared/unwrap'
import { lotOf, transformTencentBars } from '@/lib/feeds/tencent'

const range = { from: '2025-01-01', to: '2025-12-31' }
const answerOf = (rows: unknown[], symbol = 'sh688256') => ({ code: 0, msg: '', data: { [symbol]: { day: rows } } })
const transform = (answers: unknown[], feedSymbol = 'sh688256') =>
  transformTencentBars({ feedSymbol, answers, fetchedAt: new Date(0) }, range)
const row = (session: string, volume: unknown = '1000.000', close: unknown = '11.000') => [
  ...[session, '10.000', close, '12.000', '9.000', volume],
]

describe('a row', () => {
  test('has its close second, before high and low', () => {
    expect(transform([answerOf([row('2025-03-07')])]).bars).toEqual([
      { session: '2025-03-07', open: '10', high: '12', low: '9', close: '11', volume: 1000n },
    ])
  })

  test('may be longer, with a note of a dividend or turnover and amount', () => {
    const rows = [
      [...row('2025-03-07'), { cqr: '2025-03-07', FHcontent: '10派1.00元' }],
      [...row('2025-03-10'), {}, '0.52', '1234.56', '', ''],
    ]
    const { bars, actions, rejected } = transform([answerOf(rows)])
    expect(bars).toHaveLength(2)
    expect([actions, rejected]).toEqual([[], []])
  })

  test.each<[string, unknown[], string, string]>([
    [
      'cut short',
      ['2025-03-07', '10', '11', '12'],
      '2025-03-07',
      '4 cells, expected date, open, close, high, low, volume',
    ],
    [
      'with text for a price',
      row('2025-03-07', '1', 'n/a'),
      '2025-03-07',
      'close is "n/a", not a number of zero or more',
    ],
    [
      'with a price below zero',
      row('2025-03-07', '1', '-312.47'),
      '2025-03-07',
      'close is "-312.47", not a number of zero or more',
    ],
    [
      'with a note for a volume',
      row('2025-03-07', { nd: '2025' }),
      '2025-03-07',
      'volume is {"nd":"2025"}, not a number of zero or more',
    ],
    ['with no such date', row('2025-02-30'), 'row 1', 'its date is "2025-02-30", expected YYYY-MM-DD'],
    ['with another date', row('20250307'), 'row 1', 'its date is "20250307", expected YYYY-MM-DD'],
    ['without a date', [], 'row 1', 'its date is missing, expected YYYY-MM-DD'],
  ])('%s is refused whole with its reason', (_name, cells, key, reason) => {
    const { bars, rejected } = transform([answerOf([cells, row('2025-03-10')])])
    expect(bars.map(({ session }) => session)).toEqual(['2025-03-10'])
    expect(rejected).toEqual([{ key, reason, payload: cells }])
  })

  test('of zeros or of nothing is a session without trade; a zero with a volume is for the validator', () => {
    const zeros = ['2025-03-07', '0.000', '0.000', '0.000', '0.000', '0.000']
    const nothing = ['2025-03-10', '', '', '', '', '']
    const { bars, nullSessions } = transform([answerOf([zeros, nothing, row('2025-03-11', '5', '0')])])
    expect(nullSessions).toEqual(['2025-03-07', '2025-03-10'])
    expect(bars).toMatchObject([{ session: '2025-03-11', close: '0', volume: 5n }])
  })

  test('that comes twice counts once, unless the copies differ', () => {
    const { bars, rejected } = transform([
      answerOf([row('2025-03-07'), row('2025-03-07'), row('2025-03-10'), row('2025-03-10', '1000.000', '11.5')]),
    ])
    expect(bars.map(({ session }) => session)).toEqual(['2025-03-07'])
    expect(rejected.map(({ key, reason }) => [key, reason])).toEqual(
      Array(2).fill(['2025-03-10', '2 rows that differ for one session']),
    )
  })

  test('before the range is left out: the server widens it', () => {
    expect(transform([answerOf([row('2024-12-31'), row('2025-01-02')])]).bars).toHaveLength(1)
  })
})

describe('volume in shares', () => {
  test.each([
    ['sh688256', 1],
    ['sh689009', 1],
    ['hk00700', 1],
    ['sh600519', 100],
    ['sz300750', 100],
    ['sh000688', 100],
    ['sh000300', 100],
  ])('%s: one unit is %i', (symbol, lot) => {
    expect(lotOf(symbol)).toBe(lot)
    const { bars } = transform([answerOf([row('2025-03-07', '171277373.000')], symbol)], symbol)
    expect(bars[0]?.volume).toBe(171_277_373n * BigInt(lot))
  })

  test('is unknown where none is told, and half a lot is fifty shares', () => {
    const { bars } = transform([answerOf([row('2025-03-07', ''), row('2025-03-10', '88.50')], 'sh600519')], 'sh600519')
    expect(bars.map(({ volume }) => volume)).toEqual([null, 8850n])
  })

  test('says how far it is rounded', () => {
    const rounding = (symbol: string) => transform([answerOf([row('2025-03-07')], symbol)], symbol).rounding
    expect(rounding('sh688256')).toEqual({})
    expect(rounding('sh600519')).toEqual({ volume: 100n })
    expect(rounding('sh000688')).toEqual({ price: '0.01', volume: 100n })
  })
})

describe('another answer than asked for is refused', () => {
  test.each([
    ['bars of another symbol', answerOf([row('2025-03-07')], 'sh688981'), /with bars of sh688981/],
    ['adjusted prices', { code: 0, data: { sh688256: { qfqday: [row('2025-03-07')] } } }, /adjusted prices \(qfqday\)/],
    ['no bars at all', { code: 0, data: { sh688256: { version: '16' } } }, /without daily bars/],
    ['rows that are no lists', answerOf([{ date: '2025-03-07' }]), /at day\.0/],
    ['a word for data', { code: 0, data: 'none' }, /data that are no object/],
    ['a code of failure', { code: 7, msg: 'denied', data: {} }, /code 7, "denied"/],
    ['a parameter error', { code: 0, msg: 'param error', data: [] }, /"param error"/],
    ['null', null, /at the top/],
  ])('%s', (_name, body, message) => {
    expect(() => transform([body])).toThrow(message)
    expect(() => transform([body])).toThrow(expect.objectContaining({ errorClass: 'not-the-format' }))
  })

  test('the symbol is known when one part has rows', () => {
    const before = { code: 0, msg: '', data: { sh688256: { day: [], qt: { sh688256: [] } } } }
    expect(transform([before, answerOf([row('2025-03-07')])]).bars).toHaveLength(1)
    expect(() => transform([before])).toThrow(expect.objectContaining({ errorClass: 'unknown-symbol' }))
  })
})

describe('the wrapper', () => {
  test.each([
    ['kline_day={"a":1}', '{"a":1}'],
    [' var_1 = {"a":"=;)"} ; ', '{"a":"=;)"}'],
    ['jQuery35_1({"a":1});', '{"a":1}'],
    ['a.b({"a":1})', '{"a":1}'],
    ['{"a":"b=c"}', '{"a":"b=c"}'],
    ['[1]', '[1]'],
    ['<html lang="en">', '<html lang="en">'],
    ['Too Many Requests', 'Too Many Requests'],
    ['kline_day={"a":', '{"a":'],
  ])('of %j gives %j', (body, content) => {
    expect(unwrapScript(body)).toBe(content)
  })
})
