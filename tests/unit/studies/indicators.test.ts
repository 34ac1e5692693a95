import { describe, expect, test } from 'vitest'
import { isRefusal } from '@/lib/analytics/refusal'
import { besideColumns, ownColumns } from '@/lib/studies/indicators/columns'
import { sessionRuleOf } from '@/lib/studies/indicators/sessionRule'

const closes = (rows: readonly (readonly [string, number])[]) => ({
  session: rows.map(([session]) => session),
  close: rows.map(([, close]) => close),
})

describe('which sessions stand beside one another', () => {
  test('those of one date where exchanges trade at the same time, else the last that had closed before the open', () => {
    expect(sessionRuleOf('XSHG', 'XSHG')).toBe('same-date')
    expect(sessionRuleOf('XNAS', 'XNYS')).toBe('same-date')
    expect(sessionRuleOf('XSHG', 'XHKG')).toBe('same-date')
    expect(sessionRuleOf('XSHG', 'XNAS')).toBe('session-before')
    expect(sessionRuleOf('XHKG', 'XNYS')).toBe('session-before')
    expect(sessionRuleOf('XNAS', 'XSHG')).toBe('session-up-to')
    expect(sessionRuleOf('XXXX', 'XSHG')).toBe('same-date')
  })
})

describe('the columns of one series', () => {
  test('count the fall from the highest close so far and the deviation of the last log returns, a year', () => {
    const own = closes([
      ['2025-01-02', 100],
      ['2025-01-03', 125],
      ['2025-01-06', 100],
      ['2025-01-07', 150],
    ])
    const { high, drawdown, volatility, deepest } = ownColumns(own, 2)
    expect(high).toEqual([100, 125, 125, 150])
    expect(drawdown).toEqual([0, 0, expect.closeTo(-0.2, 12), 0])
    // ln 1.25, ln 0.8 = -ln 1.25, ln 1.5: of two numbers the deviation is their distance over √2.
    const [up, last] = [Math.log(1.25), Math.log(1.5)]
    expect(volatility).toEqual([
      null,
      null,
      expect.closeTo(((2 * up) / Math.SQRT2) * Math.sqrt(252), 10),
      expect.closeTo(((last + up) / Math.SQRT2) * Math.sqrt(252), 10),
    ])
    expect(deepest).toEqual({ depth: expect.closeTo(-0.2, 12), peak: '2025-01-03', trough: '2025-01-06' })
    expect(ownColumns(closes([]), 2)).toEqual({ high: [], drawdown: [], volatility: [], deepest: null })
  })
})

describe('the columns beside another series', () => {
  const shanghai = closes([
    ['2025-01-02', 10],
    ['2025-01-03', 20],
    ['2025-01-06', 40],
    ['2025-01-07', 40],
    ['2025-01-09', 80],
  ])
  const newYork = closes([
    ['2024-12-31', 1],
    ['2025-01-02', 2],
    ['2025-01-03', 4],
    ['2025-01-07', 8],
    ['2025-01-08', 16],
  ])

  test('set Shanghai beside the New York session before, each once, and span the same time on both sides', () => {
    const found = besideColumns(shanghai, newYork, { rule: 'session-before', window: 2, statistic: 'correlation' })
    if (isRefusal(found)) throw new Error(found.detail)
    // On 7 Jan no New York session had come since the 3rd, which is used; on the 9th it is the 8th's.
    expect(found.session).toEqual(['2024-12-31', '2025-01-02', '2025-01-03', null, '2025-01-08'])
    expect(found.close).toEqual([1, 2, 4, null, 16])
    // Returns of both: ln 2, ln 2, then ln 2 of Shanghai and ln 4 of New York: Shanghai’s do not vary.
    expect(found.value).toEqual([null, null, null, null, null])
    const beta = besideColumns(shanghai, newYork, { rule: 'session-before', window: 2, statistic: 'beta' })
    if (isRefusal(beta)) throw new Error(beta.detail)
    expect(beta.value).toEqual([null, null, null, null, expect.closeTo(0, 12)])
  })

  test('set New York beside Shanghai of its own date', () => {
    const found = besideColumns(newYork, shanghai, { rule: 'session-up-to', window: 2, statistic: 'beta' })
    if (isRefusal(found)) throw new Error(found.detail)
    expect(found.session).toEqual([null, '2025-01-02', '2025-01-03', '2025-01-07', null])
    // New York doubles twice; Shanghai doubles twice as well: the market does not vary.
    expect(found.value).toEqual([null, null, null, null, null])
  })

  test('are refused where fewer sessions stand beside one another than the window needs', () => {
    expect(besideColumns(shanghai, newYork, { rule: 'session-before', window: 4, statistic: 'beta' })).toEqual({
      refused: 'too-few-sessions',
      detail: '4 sessions stand beside one another, 5 are needed for a window of 4 returns',
    })
  })
})
