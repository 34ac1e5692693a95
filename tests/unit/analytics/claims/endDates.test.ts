import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countInRange, inRange, verdictOfDates, yearChange, yearsEarlier } from '@/lib/analytics/claims/endDates'
import { isRefusal } from '@/lib/analytics/refusal'
import { addDays } from '@/lib/market/date'

const changes = fc.array(
  fc.integer({ min: -99, max: 900 }).map((percent) => new Decimal(percent)),
  { minLength: 1, maxLength: 80 },
)
const range = fc
  .tuple(fc.integer({ min: -99, max: 900 }), fc.integer({ min: 1, max: 200 }))
  .map(([from, width]) => ({ from, below: from + width }))

describe('the share of end dates', () => {
  test('is between 0 and 1, and what a count by hand gives', () => {
    fc.assert(
      fc.property(changes, range, (values, { from, below }) => {
        const counted = countInRange(values, { from, below })
        let byHand = 0
        for (const value of values.map(Number)) if (value >= from && value < below) byHand++
        expect(counted).toMatchObject({ count: values.length, satisfied: byHand })
        expect(counted.share).toBe(byHand / values.length)
        expect(counted.share >= 0 && counted.share <= 1).toBe(true)
        expect([Number(counted.min), Number(counted.max)]).toEqual([
          Math.min(...values.map(Number)),
          Math.max(...values.map(Number)),
        ])
      }),
    )
  })

  test('a range takes its start and not its end', () => {
    const nearly = { from: 475, below: 500 }
    expect(['474.99', '475', '499.99', '500'].map((value) => inRange(new Decimal(value), nearly))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  test('all, none or some of the dates decide', () => {
    expect([verdictOfDates(60, 60), verdictOfDates(0, 60), verdictOfDates(4, 60)]).toEqual([
      'holds',
      'does-not-hold',
      'depends-on-the-dates',
    ])
  })
})

describe('a change over years', () => {
  const reading = 'percent-more'

  test('starts with the last session at or before the same date', () => {
    const sessions = ['2024-09-13', '2024-09-18', '2025-09-17', '2025-09-18']
    const closes = ['100', '200', '300', '500']
    const at = (end: number) => yearChange(sessions, closes, { end, years: 1, reading })
    expect(at(3)).toMatchObject({ start: '2024-09-18', startClose: '200', end: '2025-09-18', endClose: '500' })
    const earlier = at(2)
    expect(isRefusal(earlier) ? null : [earlier.start, earlier.change.toFixed()]).toEqual(['2024-09-13', '200'])
  })

  test('is refused where the series does not reach back or has a hole there', () => {
    const sessions = ['2024-08-01', '2025-07-01', '2025-09-18']
    expect(yearChange(sessions, ['1', '2', '3'], { end: 2, years: 1, reading })).toMatchObject({
      refused: 'before-the-data',
      detail: 'no session of the days up to 2024-09-18 is stored',
    })
    expect(isRefusal(yearChange(sessions, ['1', '2', '3'], { end: 1, years: 1, reading }))).toBe(true)
  })

  test('29 February becomes the 28th, every other date keeps its day', () => {
    expect(yearsEarlier('2024-02-29', 1)).toBe('2023-02-28')
    expect(yearsEarlier('2024-02-29', 4)).toBe('2020-02-29')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 20 }), (day, years) => {
        const date = addDays('1990-01-01', day)
        const then = yearsEarlier(date, years)
        expect(Number(date.slice(0, 4)) - Number(then.slice(0, 4))).toBe(years)
        if (!date.endsWith('02-29')) expect(then.slice(4)).toBe(date.slice(4))
      }),
    )
  })
})
