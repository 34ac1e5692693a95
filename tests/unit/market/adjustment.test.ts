import { describe, expect, test } from 'vitest'
import {
  type Action,
  adjustBars,
  adjustmentFactors,
  applyFactors,
  asTraded,
  type BarColumns,
} from '@/lib/market/adjustment'

/** Bars with one price a session and a volume of 1,000 shares. */
function bars(rows: [session: string, price: string, volume?: bigint | null][]): BarColumns {
  const prices = rows.map(([, price]) => price)
  return {
    session: rows.map(([session]) => session),
    open: prices,
    high: prices,
    low: prices,
    close: prices,
    volume: rows.map(([, , volume]) => (volume === undefined ? 1000n : volume)),
  }
}
const split = (exDate: string, numerator: number, denominator: number): Action => ({
  exDate,
  kind: 'split',
  numerator,
  denominator,
})
const cash = (exDate: string, amount: string): Action => ({ exDate, kind: 'dividend', cash: amount })

const cambricon: Action[] = [split('2026-05-08', 149, 100), cash('2026-05-08', '1.50')]

describe('split-adjusted prices', () => {
  test('Cambricon’s 1587.91 is 1065.711409 after the 1.49 for 1', () => {
    const adjusted = adjustBars(bars([['2025-08-28', '1587.91', 9_000_001n]]), cambricon, 'split')
    expect(adjusted.close).toEqual(['1065.711409'])
    expect(adjusted.volume).toEqual([13_410_001n])
  })

  test('Nvidia’s 1208.88 is 120.888 after the 10 for 1, and the ex-date itself is untouched', () => {
    const nvidia = bars([
      ['2024-06-07', '1208.880000', 41_238_580n],
      ['2024-06-10', '121.79', 314_162_700n],
    ])
    const adjusted = adjustBars(nvidia, [split('2024-06-10', 10, 1)], 'split')
    expect(adjusted.open).toEqual(['120.888', '121.79'])
    expect(adjusted.volume).toEqual([412_385_800n, 314_162_700n])
  })

  test('several splits multiply, whatever order they come in', () => {
    const rows = bars([
      ['2024-01-02', '90'],
      ['2024-02-01', '30'],
      ['2024-03-01', '15'],
    ])
    const actions = [split('2024-03-01', 2, 1), split('2024-02-01', 3, 1)]
    for (const order of [actions, [...actions].reverse()]) {
      expect(adjustBars(rows, order, 'split').close).toEqual(['15', '15', '15'])
      expect(adjustBars(rows, order, 'split').volume).toEqual([6000n, 2000n, 1000n])
    }
  })

  test('a reverse split raises prices, and an unknown volume stays unknown', () => {
    const adjusted = adjustBars(bars([['2024-01-02', '0.5', null]]), [split('2024-02-01', 1, 10)], 'split')
    expect([adjusted.close, adjusted.volume]).toEqual([['5'], [null]])
  })

  test('dividends do not move them', () => {
    expect(adjustBars(bars([['2024-05-16', '391.2']]), [cash('2024-05-17', '3.40')], 'split').close).toEqual(['391.2'])
  })

  test('raw gives back the very same bars', () => {
    const rows = bars([['2025-08-28', '1587.910']])
    expect(adjustBars(rows, cambricon, 'raw')).toBe(rows)
  })
})

describe('total-return prices', () => {
  test('a dividend takes (P - cash)/P off everything before its ex-date', () => {
    const tencent = bars([
      ['2024-05-14', '380'],
      ['2024-05-16', '400'],
      ['2024-05-17', '395'],
    ])
    const adjusted = adjustBars(tencent, [cash('2024-05-17', '4.00')], 'total')
    expect(adjusted.close).toEqual(['376.2', '396', '395'])
    expect(adjusted.volume).toEqual([1000n, 1000n, 1000n])
  })

  test('cash on the day of a bonus is a share before it: 1868.00 becomes (1868 - 1.5)/1.49', () => {
    const rows = bars([
      ['2026-05-07', '1868.00'],
      ['2026-05-08', '1260.00'],
    ])
    expect(adjustBars(rows, cambricon, 'total').close).toEqual(['1252.684564', '1260'])
    expect(adjustBars(rows, cambricon, 'total').volume).toEqual([1490n, 1000n])
    expect(adjustBars(rows, cambricon, 'split').close).toEqual(['1253.691275', '1260'])
  })

  test('the return over an ex-date is the one of a holder who reinvests', () => {
    const rows = bars([
      ['2024-05-16', '400'],
      ['2024-05-17', '198'],
    ])
    const { close } = adjustBars(rows, [split('2024-05-17', 2, 1), cash('2024-05-17', '8')], 'total')
    expect(Number(close[1]) / Number(close[0])).toBeCloseTo((198 * 2) / (400 - 8), 8)
  })

  test('two dividends of one day are taken off together', () => {
    const rows = bars([
      ['2024-05-16', '100'],
      ['2024-05-17', '95'],
    ])
    expect(adjustBars(rows, [cash('2024-05-17', '2'), cash('2024-05-17', '3')], 'total').close).toEqual(['95', '95'])
  })

  test('a dividend before the first session changes nothing', () => {
    expect(adjustBars(bars([['2024-05-17', '95']]), [cash('2024-05-17', '2')], 'total').close).toEqual(['95'])
  })

  test('cash that reaches the price is refused', () => {
    expect(() => adjustBars(bars([['2024-05-16', '2']]), [cash('2024-05-17', '2')], 'total')).toThrow(
      'dividends of 2 on 2024-05-17 reach the close 2 of 2024-05-16',
    )
  })

  test('factors of the whole series hold for a part of it', () => {
    const rows = bars([
      ['2024-05-15', '410'],
      ['2024-05-16', '400'],
      ['2024-05-17', '396'],
    ])
    const factors = adjustmentFactors(rows.session, rows.close, [cash('2024-05-17', '4')], 'total')
    expect(factors.map(({ before }) => before)).toEqual(['2024-05-17', null])
    expect(applyFactors(bars([['2024-05-15', '410']]), factors).close).toEqual(['405.9'])
    expect(applyFactors(bars([['2024-05-17', '396']]), factors).close).toEqual(['396'])
  })
})

describe('split-adjusted prices of a feed turned back', () => {
  test('1065.711409 and 120.888 are the prices that were traded', () => {
    const fed = bars([['2025-08-28', '1065.711409', 13_410_001n]])
    expect(asTraded(fed, cambricon, '0.01')).toMatchObject({ close: ['1587.91'], volume: [9_000_001n] })
    const nvidia = bars([['2024-06-07', '120.88800048828125', 412_385_800n]])
    const back = asTraded(nvidia, [split('2024-06-10', 10, 1)], '0.01')
    expect([back.close, back.volume]).toEqual([['1208.88'], [41_238_580n]])
  })

  test('the tick may depend on the price as it was traded', () => {
    const asked: string[] = []
    const tick = (price: string) => {
      asked.push(price)
      return '0.2'
    }
    expect(asTraded(bars([['2024-01-02', '40.03']]), [split('2024-02-01', 5, 1)], tick).close).toEqual(['200.2'])
    expect(new Set(asked)).toEqual(new Set(['200.15']))
  })
})

describe('what is refused', () => {
  const good = bars([['2024-01-02', '10']])
  test('columns that do not match, sessions out of order, prices that are none', () => {
    expect(() => adjustBars({ ...good, high: [] }, [], 'split')).toThrow('the column high has 0 rows, session has 1')
    const disordered = bars([
      ['2024-01-03', '10'],
      ['2024-01-03', '10'],
    ])
    expect(() => adjustBars(disordered, [], 'split')).toThrow(/2024-01-03 follows 2024-01-03/)
    expect(() => adjustBars(bars([['2024-01-02', 'n/a']]), [], 'split')).toThrow('"n/a" is not a decimal')
  })

  test('actions that cannot be', () => {
    expect(() => adjustBars(good, [split('2024-02-01', 0, 1)], 'split')).toThrow('the split of 2024-02-01 is 0/1')
    expect(() => adjustBars(good, [split('2024-02-01', 1.49, 1)], 'split')).toThrow(/whole numbers/)
    expect(() => adjustBars(good, [split('2024-02-31', 2, 1)], 'split')).toThrow(/2024-02-31/)
    expect(() => adjustBars(good, [cash('2024-02-01', '-1')], 'total')).toThrow(/"-1" is not a decimal/)
  })
})
