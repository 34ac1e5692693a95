import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { weekdaysAfter } from '@/app/_ui/chart/frame'
import { spread, tickText } from '@/app/_ui/chart/labels'
import { priceTicks, timeTicks } from '@/app/_ui/chart/ticks'
import { chartTexts } from '@/app/_ui/messages/chart'

describe('the labels of prices', () => {
  test('on a log scale are round factors, on a linear one equal steps', () => {
    expect(priceTicks(7, 230, 'log', 6)).toEqual([10, 20, 50, 100, 200])
    expect(priceTicks(7, 230, 'linear', 6)).toEqual([50, 100, 150, 200])
    expect(priceTicks(0.02, 3000, 'log', 6)).toEqual([0.1, 1, 10, 100, 1000])
  })

  test('on a log scale over little are equal steps as well', () => {
    expect(priceTicks(96, 107, 'log', 6)).toEqual([96, 98, 100, 102, 104, 106])
  })

  test('lie within, ascend, and are not many more than asked for', () => {
    const span = fc.tuple(
      fc.double({ min: 0.001, max: 1e6, noNaN: true }),
      fc.double({ min: 1.001, max: 1e4, noNaN: true }),
    )
    fc.assert(
      fc.property(
        span,
        fc.constantFrom('log' as const, 'linear' as const),
        fc.integer({ min: 2, max: 12 }),
        (of, scale, most) => {
          const [low, high] = [of[0], of[0] * of[1]]
          const ticks = priceTicks(low, high, scale, most)
          expect(ticks).toEqual([...ticks].sort((a, b) => a - b))
          expect(ticks.length).toBeLessThanOrEqual(most + 1)
          for (const tick of ticks) {
            expect(tick).toBeGreaterThanOrEqual(low * (1 - 1e-6))
            expect(tick).toBeLessThanOrEqual(high * (1 + 1e-6))
          }
        },
      ),
    )
    expect(priceTicks(5, 5, 'log', 6)).toEqual([])
  })
})

describe('the labels of time', () => {
  const axis = weekdaysAfter('2023-12-31', '2026-12-31')
  const words = (from: string, to: string, most: number) =>
    timeTicks(axis, axis.indexOf(from), axis.indexOf(to), most).map((tick) => tickText(tick, chartTexts.en))

  test('are years and months, months, or days, as the span is', () => {
    expect(words('2024-01-01', '2026-07-22', 13)).toEqual([
      '2024',
      'Apr',
      'Jul',
      'Oct',
      '2025',
      'Apr',
      'Jul',
      'Oct',
      '2026',
      'Apr',
      'Jul',
    ])
    expect(words('2024-01-01', '2026-07-22', 4)).toEqual(['2024', '2025', '2026'])
    expect(words('2025-07-10', '2025-10-20', 13)).toEqual(['Aug 2025', 'Sep', 'Oct'])
    expect(words('2025-09-08', '2025-09-16', 13)).toEqual(['8', '9', '10', '11', '12', '15', '16'])
    expect(words('2025-09-08', '2025-10-20', 8)).toEqual(['8', '15', '22', '29', '6', '13', '20'])
  })

  test('stand at the first session of what they name', () => {
    const [tick] = timeTicks(axis, axis.indexOf('2025-05-02'), axis.indexOf('2025-12-31'), 4)
    expect(axis[tick?.index ?? 0]).toBe('2025-07-01')
    const june = timeTicks(axis, axis.indexOf('2025-05-15'), axis.indexOf('2025-08-15'), 6)[0]
    // The first of June 2025 is a Sunday.
    expect([june?.date, axis[june?.index ?? 0]]).toEqual(['2025-06-01', '2025-06-02'])
  })

  test('are never many more than asked for, and never outside', () => {
    const last = axis.length - 1
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: last }),
        fc.integer({ min: 0, max: last }),
        fc.integer({ min: 3, max: 13 }),
        (a, b, most) => {
          const ticks = timeTicks(axis, Math.min(a, b), Math.max(a, b), most)
          expect(ticks.length).toBeLessThanOrEqual(most + 1)
          for (const { index } of ticks) expect(index >= Math.min(a, b) && index <= Math.max(a, b)).toBe(true)
        },
      ),
    )
    expect(timeTicks([], -0.5, 0.5, 5)).toEqual([])
  })

  test('in Chinese', () => {
    const ticks = timeTicks(axis, axis.indexOf('2025-07-10'), axis.indexOf('2025-10-20'), 13)
    expect(ticks.map((tick) => tickText(tick, chartTexts.zh))).toEqual(['2025年8月', '9月', '10月'])
  })
})

test('labels at the ends of lines never cover each other and stay within', () => {
  const places = fc.array(fc.integer({ min: -50, max: 450 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(places, (all) => {
      const out = spread(
        [...all].sort((a, b) => a - b),
        15,
        400,
      )
      expect(out.at(-1)).toBeLessThanOrEqual(400)
      for (const [i, place] of out.entries()) {
        if (i > 0) expect(place - (out[i - 1] ?? 0)).toBeGreaterThanOrEqual(15)
      }
    }),
  )
  expect(spread([10, 200], 15, 400)).toEqual([10, 200])
})
