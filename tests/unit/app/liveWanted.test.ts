import { describe, expect, test } from 'vitest'
import { withQuote } from '@/app/_ui/chart/withQuote'
import { isWanted } from '@/app/_ui/live/wanted'

describe('what a part of a page wants to hear of', () => {
  test.each([
    [['quotes'], 'quotes', 'NVDA', true],
    [['quotes:NVDA'], 'quotes', 'NVDA', true],
    [['quotes:NVDA'], 'quotes', 'BABA', false],
    [['quotes:NVDA'], 'quotes', '', true],
    [['quotes:NVDA'], 'bars', 'NVDA', false],
    [[], 'bars', 'NVDA', false],
    [[''], 'bars', '', false],
  ] as const)('%j of %s %s: %s', (wants, topic, key, wanted) => {
    expect(isWanted(wants, { topic, key })).toBe(wanted)
  })
})

describe('the last bar and a live price', () => {
  const bars = {
    session: ['2026-07-21', '2026-07-22'],
    open: [10, 11],
    high: [12, 13],
    low: [9, 10],
    close: [11, 12],
    volume: [100, 200],
    settled: [true, true],
  }
  const quote = { session: '2026-07-23', price: 14, open: 12.5, high: 14.5, low: 12, volume: 50 }

  test('a price of a later session is a bar behind the last, not settled', () => {
    expect(withQuote(bars, quote)).toEqual({
      session: ['2026-07-21', '2026-07-22', '2026-07-23'],
      open: [10, 11, 12.5],
      high: [12, 13, 14.5],
      low: [9, 10, 12],
      close: [11, 12, 14],
      volume: [100, 200, 50],
      settled: [true, true, false],
    })
    expect(bars.session).toHaveLength(2)
  })

  test('one of the unsettled last session takes its place, within the range so far', () => {
    const unsettled = { ...bars, settled: [true, false] }
    const moved = withQuote(unsettled, {
      ...quote,
      session: '2026-07-22',
      open: null,
      high: null,
      low: null,
      volume: null,
    })
    expect(moved.session).toEqual(bars.session)
    expect([moved.open[1], moved.high[1], moved.low[1], moved.close[1], moved.volume[1]]).toEqual([11, 14, 10, 14, 200])
  })

  test.each([
    ['none', null],
    ['of a settled session', { ...quote, session: '2026-07-22' }],
    ['of a session before the last', { ...quote, session: '2026-07-21' }],
  ])('%s leaves the bars as they are', (_, price) => {
    expect(withQuote(bars, price)).toBe(bars)
  })
})
