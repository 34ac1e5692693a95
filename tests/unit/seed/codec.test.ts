import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeBars, encodeBars } from '@/prisma/seed/table/barTable'
import { addDays } from '@/prisma/seed/table/calendarDay'
import { columnsOfCsv } from '@/prisma/seed/table/csv'
import { decodeRates, encodeRates } from '@/prisma/seed/table/rateTable'
import { fromUnits, toUnits } from '@/prisma/seed/table/units'
import type { BundledBars } from '@/prisma/seed/types'

const decimals = 2
const row = fc.record({
  gap: fc.integer({ min: 1, max: 20 }),
  prices: fc.array(fc.integer({ min: 1, max: 3_000_000 }), { minLength: 4, maxLength: 4 }),
  volume: fc.option(fc.bigInt({ min: 0n, max: 10_000_000_000n })),
})

function barsOf(rows: readonly { gap: number; prices: number[]; volume: bigint | null }[]): BundledBars {
  const bars: BundledBars = { session: [], open: [], high: [], low: [], close: [], volume: [] }
  let session = '2023-12-29'
  for (const { gap, prices, volume } of rows) {
    const sorted = [...prices].sort((a, b) => a - b)
    session = addDays(session, gap)
    bars.session.push(session)
    bars.open.push(fromUnits(prices[1] === sorted[0] ? (sorted[1] ?? 0) : (sorted[2] ?? 0), decimals))
    bars.close.push(fromUnits(prices[2] === sorted[0] ? (sorted[2] ?? 0) : (sorted[1] ?? 0), decimals))
    bars.low.push(fromUnits(sorted[0] ?? 0, decimals))
    bars.high.push(fromUnits(sorted[3] ?? 0, decimals))
    bars.volume.push(volume === null ? null : volume * 100n)
  }
  return bars
}

describe('the bundled tables’ format', () => {
  test('any well-formed bars come back as they went in', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (rows) => {
        const bars = barsOf(rows)
        const scale = { decimals, volumeUnit: 100 }
        expect(decodeBars(encodeBars(bars, scale), scale)).toEqual(bars)
      }),
    )
  })

  test('any rates come back as they went in', () => {
    const scale = { decimals: 4, quotes: ['USD', 'CNY'] }
    const day = fc.tuple(fc.integer({ min: 1, max: 200_000 }), fc.integer({ min: 1, max: 200_000 }))
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 30 }), (units) => {
        const days = units.map((pair, index) => ({
          date: addDays('2024-01-02', index * 3),
          rates: pair.map((unit) => fromUnits(unit, 4)),
        }))
        const back = decodeRates(encodeRates(days, scale), scale)
        expect(back.map(({ rate }) => rate)).toEqual(days.flatMap(({ rates }) => rates))
        expect(back.map(({ date }) => date)).toEqual(days.flatMap(({ date }) => [date, date]))
      }),
    )
  })

  test('a decimal is whole units and back, and a finer one is refused', () => {
    expect(toUnits('1587.91', 2)).toBe(158791)
    expect(fromUnits(158791, 2)).toBe('1587.91')
    expect(fromUnits(13600, 2)).toBe('136')
    expect(fromUnits(5, 3)).toBe('0.005')
    expect(() => toUnits('1.005', 2)).toThrow('"1.005"')
    expect(() => toUnits('', 2)).toThrow('not a decimal number')
  })

  test('a row whose high is below its close is refused, naming the session', () => {
    const bars = { session: ['2024-01-02'], open: ['10'], high: ['10'], low: ['9'], close: ['11'], volume: [null] }
    expect(() => encodeBars(bars, { decimals: 2, volumeUnit: 1 })).toThrow('2024-01-02')
  })

  test('dates that do not rise are refused', () => {
    const scale = { decimals: 4, quotes: ['USD'] }
    const days = ['2024-01-03', '2024-01-03'].map((date) => ({ date, rates: ['1.1'] }))
    expect(() => encodeRates(days, scale)).toThrow('dates must rise')
  })

  test.each(['2024-01-02 1 2 3', '1 1 2 3 4', '2024-01-02 1 x 3 4', ''])('the line "%s" is refused', (line) => {
    expect(() => decodeBars(line, { decimals: 2, volumeUnit: 1 })).toThrow()
  })

  test('a CSV column that is not there is named', () => {
    expect(() => columnsOfCsv('session,open\n2024-01-02,1\n')('close')).toThrow('no column "close" among session, open')
  })
})
