import { describe, expect, test } from 'vitest'
import { transformYahooBars } from '@/lib/feeds/yahoo'

interface Cells {
  at: string
  open?: unknown
  high?: unknown
  low?: unknown
  close?: unknown
  volume?: unknown
}

/** A chart of rows at moments; cells not given are those of a plain bar. */
function chart(rows: Cells[], over: Record<string, unknown> = {}, meta: Record<string, unknown> = {}) {
  const cell = (key: 'open' | 'high' | 'low' | 'close' | 'volume', plain: number) =>
    rows.map((row) => (key in row ? row[key] : plain))
  return {
    meta: {
      symbol: 'T',
      currency: 'USD',
      exchangeTimezoneName: 'America/New_York',
      gmtoffset: 0,
      dataGranularity: '1d',
      ...meta,
    },
    timestamp: rows.map(({ at }) => Date.parse(at) / 1000),
    indicators: {
      quote: [
        {
          open: cell('open', 10),
          high: cell('high', 12),
          low: cell('low', 9),
          close: cell('close', 11),
          volume: cell('volume', 100),
        },
      ],
      adjclose: [{ adjclose: rows.map(() => 'Infinity') }],
    },
    ...over,
  }
}

const transform = (body: unknown, from = '2025-01-01', to = '2025-12-31') =>
  transformYahooBars({ feedSymbol: 'T', chart: body, fetchedAt: new Date(0) }, { from, to })

const friday = '2025-03-07T14:30:00Z'
const monday = '2025-03-10T13:30:00Z'

describe('sessions', () => {
  test('are dates of the exchange before and after New York moves its clocks', () => {
    expect(transform(chart([{ at: friday }, { at: monday }])).bars.map(({ session }) => session)).toEqual([
      '2025-03-07',
      '2025-03-10',
    ])
  })

  test('of Shanghai are not a day early, though they open at 01:30 UTC', () => {
    const body = chart([{ at: '2025-03-10T01:30:00Z' }], {}, { exchangeTimezoneName: 'Asia/Shanghai' })
    expect(transform(body).bars[0]?.session).toBe('2025-03-10')
  })
})

describe('rows', () => {
  test('lose the noise of floats', () => {
    const body = chart([{ at: monday, open: 120.88800048828125, close: 0.1 + 0.2, high: 1065.7109375, volume: 7.4 }])
    expect(transform(body).bars[0]).toMatchObject({ open: '120.888', close: '0.3', high: '1065.710938', volume: 7n })
  })

  test('with missing parts are refused whole, with their payload', () => {
    const { bars, rejected } = transform(chart([{ at: friday, low: null, open: undefined }, { at: monday }]))
    expect(bars).toHaveLength(1)
    expect(rejected).toHaveLength(1)
    expect(rejected[0]).toMatchObject({ key: '2025-03-07', reason: 'no open, low', payload: { close: 11, low: null } })
  })

  test('with text for a number or a volume below zero are refused', () => {
    const { rejected } = transform(
      chart([
        { at: friday, close: '11' },
        { at: monday, volume: -1 },
      ]),
    )
    expect(rejected.map(({ reason }) => reason)).toEqual(['close is "11", not a number', 'volume is -1, below zero'])
  })

  test('without any price are null sessions, without a volume are bars', () => {
    const nothing = { open: null, high: null, low: null, close: null, volume: null }
    const { bars, nullSessions } = transform(
      chart([
        { at: friday, ...nothing },
        { at: monday, volume: null },
      ]),
    )
    expect(nullSessions).toEqual(['2025-03-07'])
    expect(bars[0]?.volume).toBeNull()
  })

  test('that are refused with the live row beside them are held as they came', () => {
    const { bars, rejected } = transform(
      chart([
        { at: friday },
        { at: monday, low: null, close: 10 },
        { at: '2025-03-10T18:00:00Z', low: null, close: 11 },
      ]),
    )
    expect(bars.map(({ session }) => session)).toEqual(['2025-03-07'])
    expect(rejected).toMatchObject([{ key: '2025-03-10', reason: 'no low', payload: { low: null, close: 10 } }])
  })

  test('that come twice are kept once when they are the same', () => {
    const { bars, rejected } = transform(chart([{ at: friday }, { at: friday }, { at: monday }]))
    expect(bars.map(({ session }) => session)).toEqual(['2025-03-07', '2025-03-10'])
    expect(rejected.map(({ reason }) => reason)).toEqual(['repeats the row before'])
  })

  test('that come twice and differ are all refused, since nothing says which is right', () => {
    const { bars, rejected } = transform(chart([{ at: friday }, { at: friday, close: 10.5 }, { at: monday }]))
    expect(bars.map(({ session }) => session)).toEqual(['2025-03-10'])
    expect(rejected.map(({ key }) => key)).toEqual(['2025-03-07', '2025-03-07'])
  })

  test('of the last session and its live price become one, whichever is incomplete', () => {
    const nothing = { open: null, high: null, low: null, close: null, volume: null }
    const live = { at: '2025-03-10T18:00:00Z', open: 13, high: 13, low: 13, close: 13, volume: 120 }
    expect(transform(chart([{ at: monday }, live])).bars).toEqual([
      { session: '2025-03-10', open: '10', high: '13', low: '9', close: '13', volume: 120n },
    ])
    expect(transform(chart([{ at: monday, ...nothing }, live])).bars[0]).toMatchObject({ open: '13', close: '13' })
    expect(transform(chart([{ at: monday }, { ...live, ...nothing }])).bars[0]).toMatchObject({
      open: '10',
      close: '11',
    })
  })

  test('are put in order', () => {
    const rows = [{ at: monday }, { at: friday }, { at: '2025-03-11T13:30:00Z' }]
    expect(transform(chart(rows)).bars.map(({ session }) => session)).toEqual([
      '2025-03-07',
      '2025-03-10',
      '2025-03-11',
    ])
  })
})

describe('events', () => {
  const date = Date.parse(monday) / 1000
  const events = (events: unknown) => transform(chart([{ at: monday }], { events }))

  test('split 1.49 for 1 is 149 for 100, also with the noise of a float', () => {
    const split = (numerator: number) => events({ splits: { a: { date, numerator, denominator: 1 } } }).actions
    const expected = [{ kind: 'split', exDate: '2025-03-10', numerator: 149, denominator: 100 }]
    expect(split(1.49)).toEqual(expected)
    expect(split(Math.fround(1.49))).toEqual(expected)
  })

  test('read dates that yahoo-finance2 has turned into Date', () => {
    expect(events({ dividends: { a: { date: new Date(monday), amount: 0.205 } } }).actions).toEqual([
      { kind: 'dividend', exDate: '2025-03-10', cash: '0.205', currency: 'USD' },
    ])
  })

  test('that cannot be read are refused with their payload', () => {
    const { actions, rejected } = events({
      splits: { a: { date, numerator: 0, denominator: 1 }, b: { numerator: 2, denominator: 1 } },
      dividends: { c: { date, amount: -1 } },
    })
    expect(actions).toEqual([])
    expect(rejected.map(({ key, reason }) => `${key} ${reason}`)).toEqual([
      'splits:a a split without two sides above zero',
      'splits:b an event without a date',
      'dividends:c a dividend without an amount above zero',
    ])
  })
})

describe('another answer than asked for is refused', () => {
  test.each([
    ['bars of another symbol', chart([{ at: monday }], {}, { symbol: 'U' }), /bars of U/],
    ['bars of another length', chart([{ at: monday }], {}, { dataGranularity: '1mo' }), /bars of 1mo/],
    ['a zone that is none', chart([{ at: monday }], {}, { exchangeTimezoneName: 'Mars/North' }), /Mars\/North/],
    ['columns without timestamps', { ...chart([{ at: monday }]), timestamp: undefined }, /0 timestamps/],
    ['no meta', { indicators: { quote: [] } }, /at meta/],
    ['null', null, /at the top/],
  ])('%s', (_name, body, message) => {
    expect(() => transform(body)).toThrow(message)
    expect(() => transform(body)).toThrow(expect.objectContaining({ errorClass: 'not-the-format' }))
  })

  test('a range without rows is empty', () => {
    expect(() => transform(chart([{ at: monday }]), '2025-03-11')).toThrow(
      expect.objectContaining({ errorClass: 'empty' }),
    )
  })
})
