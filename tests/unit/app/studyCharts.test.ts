import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { symmetricBins } from '@/app/_study/bins'
import { carPoints, sessionMarks } from '@/app/_study/carFigure'
import { axisOver, labelledDays, linearScale, niceStep, slotMiddle } from '@/app/_ui/chart/scale'
import type { StudyView } from '@/lib/api/study/schema'

const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true })
/** Statistics as they come: t values, not hairs apart. */
const statistic = fc.integer({ min: -9_000, max: 9_000 }).map((thousandths) => thousandths / 1_000)

describe('a step', () => {
  test('is 1, 2 or 5 times a power of ten, cuts the span into no more parts than asked, and the next smaller one would not', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), fc.integer({ min: 1, max: 50 }), (span, most) => {
        const step = niceStep(span, most)
        const lead = step / 10 ** Math.floor(Math.log10(step * (1 + 1e-9)))
        expect([1, 2, 5].some((one) => Math.abs(lead - one) < 1e-6)).toBe(true)
        expect(span / step).toBeLessThanOrEqual(most * (1 + 1e-6))
        expect((span / step) * 2.5).toBeGreaterThan(most * (1 - 1e-6))
      }),
    )
  })

  test('of a span of nothing is 1', () => {
    expect(niceStep(0, 5)).toBe(1)
    expect(niceStep(Number.NaN, 5)).toBe(1)
  })
})

describe('an axis', () => {
  test('holds every value and zero, and its ends and its zero are ticks', () => {
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1, maxLength: 50 }), (values) => {
        const { low, high, ticks } = axisOver(values, 6)
        const slack = (high - low) * 1e-9
        expect(Math.min(...values)).toBeGreaterThanOrEqual(low - slack)
        expect(Math.max(...values)).toBeLessThanOrEqual(high + slack)
        expect(ticks[0]).toBe(low)
        expect(ticks.at(-1)).toBe(high)
        expect(ticks.some((tick) => tick === 0)).toBe(true)
        expect(ticks.length).toBeLessThanOrEqual(8)
        expect(high).toBeGreaterThan(low)
      }),
    )
  })

  test('has clean ticks where binary fractions are not', () => {
    expect(axisOver([-0.12, 0.31], 6).ticks).toEqual([-0.2, -0.1, 0, 0.1, 0.2, 0.3, 0.4])
  })

  test('is there when nothing moved', () => {
    expect(axisOver([0, 0], 4)).toEqual({ low: 0, high: 1, ticks: [0, 1] })
  })
})

describe('places', () => {
  test('a scale takes the ends to the ends, upside down too', () => {
    const y = linearScale([60, -20], [40, 240])
    expect([y(60), y(-20), y(20)]).toEqual([40, 240, 140])
  })

  test('slots share the width, their middles apart by one slot', () => {
    expect([0, 1, 2, 3].map((i) => slotMiddle(i, 4))).toEqual([12.5, 37.5, 62.5, 87.5])
  })

  test('day 0 is always labelled, and never more days than fit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), (pre, post) => {
        const days = Array.from({ length: pre + post + 1 }, (_, i) => i - pre)
        const labelled = labelledDays(days, 9)
        expect(labelled.some((day) => day === 0)).toBe(true)
        expect(labelled.length).toBeLessThanOrEqual(10)
      }),
    )
  })
})

describe('bins', () => {
  test('lose no value, lie symmetric and without a gap, and count as far exactly what the placebo test does', () => {
    fc.assert(
      fc.property(fc.array(statistic, { minLength: 1, maxLength: 300 }), statistic, (values, mark) => {
        const bins = symmetricBins(values, mark, 40)
        const sum = (column: readonly number[]) => column.reduce((a, b) => a + b, 0)
        expect(sum(bins.map(({ count }) => count))).toBe(values.length)
        expect(sum(bins.map(({ asFar }) => asFar))).toBe(
          values.filter((value) => Math.abs(value) >= Math.abs(mark)).length,
        )
        bins.forEach(({ from, count, asFar }, i) => {
          expect(asFar).toBeLessThanOrEqual(count)
          expect(from).toBeCloseTo(-(bins.at(-1 - i)?.to ?? Number.NaN), 9)
          if (i > 0) expect(from).toBe(bins[i - 1]?.to)
        })
        expect(bins.length).toBeLessThanOrEqual(42)
        expect(bins.at(-1)?.to ?? 0).toBeGreaterThanOrEqual(Math.abs(mark))
      }),
    )
  })

  test('a value on an edge belongs to the bin that begins there', () => {
    const bins = symmetricBins([0, 1, -1], 1, 4)
    expect(bins.find(({ from }) => from === 0)?.count).toBe(1)
    expect(bins.find(({ from }) => from === 1)?.count).toBe(1)
    expect(bins.find(({ from }) => from === -1)?.count).toBe(1)
    const rounded = symmetricBins([0.6, 0], 0, 40)
    expect(rounded.find(({ from }) => from === 0.6)?.count).toBe(1)
  })

  test('a value that is no number is refused, not dropped', () => {
    expect(() => symmetricBins([Number.NaN], 1, 4)).toThrow(RangeError)
  })
})

/** As much of a view as the figure reads. */
function viewOf(returns: 'log' | 'simple', car: readonly (number | null)[]): StudyView {
  const event = { session: ['2025-08-21', '2025-08-22'] }
  return {
    settings: { returns },
    days: [-1, 0],
    ar: car,
    arP: [0.5, 0.01],
    car,
    carLo: car,
    carHi: car,
    input: { events: [{ event }] },
  } as unknown as StudyView
}

describe('the points of the chart', () => {
  test('are percent of price: 100 (e^x - 1) of log returns, 100 x of simple ones', () => {
    const log = carPoints(viewOf('log', [0, Math.log(1.25)]))
    expect(log?.map(({ car }) => car)).toEqual([0, expect.closeTo(25, 9)])
    const simple = carPoints(viewOf('simple', [0, 0.25]))
    expect(simple?.map(({ car }) => car)).toEqual([0, 25])
    expect(simple?.map(({ significant }) => significant)).toEqual([false, true])
  })

  test('are not drawn with a hole in them', () => {
    expect(carPoints(viewOf('log', [0.1, null]))).toBeNull()
    expect(carPoints({ ...viewOf('log', [0, 0]), input: null })).toBeNull()
  })

  test('marks of one session stand together, other events by their number', () => {
    const priceLimits = [{ session: '2025-08-22', relative: 0, direction: 'up' as const, share: 0.2 }]
    const other = { slug: '', title: '', titleZh: '', kind: 'event' as const, day0: '2025-08-22' }
    const confounders = [
      { ...other, relative: -2 },
      { ...other, relative: 0 },
    ]
    expect(sessionMarks({ priceLimits, confounders }, 'L')).toEqual([
      { day: -2, label: '1' },
      { day: 0, label: 'L 2' },
    ])
  })
})
