import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { frameOf, valueAtHeight, weekdaysAfter, xOf, yOf } from '@/app/_ui/chart/frame'
import type { ChartBars, ChartData, ChartLine } from '@/app/_ui/chart/model'
import { candlePaths, linePoints, volumePaths } from '@/app/_ui/chart/paths'
import { rangeStart } from '@/app/_ui/chart/range'
import { thinned } from '@/app/_ui/chart/thin'

const line = (session: string[], value: number[], settledTo?: string): ChartLine => ({
  ...{ id: 'X', name: 'X', colour: 'nvidia', session, value },
  ...(settledTo === undefined ? {} : { settledTo }),
})
const sessions = weekdaysAfter('2025-01-01', '2025-12-31')
const year = line(
  sessions,
  sessions.map((_, i) => 100 + i),
)
const data = (more: Partial<ChartData> = {}): ChartData => ({ lines: [year], scale: 'log', ...more })

describe('the axis', () => {
  test('runs on in weekdays, to today and to the last promise', () => {
    expect(weekdaysAfter('2026-05-15', '2026-05-20')).toEqual(['2026-05-18', '2026-05-19', '2026-05-20'])
    expect(weekdaysAfter('2026-05-15', '2026-05-15')).toEqual([])
    const frame = frameOf(
      data({
        today: '2026-02-02',
        milestones: [{ slug: 'a', title: 'A', start: '2026-01-01', end: '2026-03-31', state: 'due' }],
      }),
    )
    expect(frame.past).toBe(sessions.length)
    expect(frame.axis.at(-1)).toBe('2026-03-31')
    expect(frameOf(data()).axis).toEqual(sessions)
  })

  test('shows all of the figures and a fifth as much of what is to come, however far that goes', () => {
    const far = frameOf(
      data({ milestones: [{ slug: 'a', title: 'A', start: '2028-01-01', end: '2028-12-31', state: 'promised' }] }),
    )
    expect(xOf(far, 0)).toBeGreaterThan(0)
    expect(xOf(far, far.past - 1)).toBeLessThan(90)
    expect(xOf(far, far.past - 1)).toBeGreaterThan(75)
    expect(far.axis.length).toBeGreaterThan(2 * far.past)
  })

  test('begins with the range asked for, and with all of it when that is later than any figure', () => {
    const frame = frameOf(data({ from: '2025-10-01' }))
    expect(xOf(frame, sessions.indexOf('2025-09-30'))).toBeLessThan(0.5)
    expect(xOf(frame, sessions.indexOf('2025-10-01'))).toBeGreaterThan(0)
    expect(frame.low).toBe(100 + sessions.indexOf('2025-10-01'))
    expect(frameOf(data({ from: '2030-01-01' })).low).toBe(100)
  })

  test('refuses sessions that do not ascend', () => {
    expect(() => frameOf(data({ lines: [line(['2025-01-03', '2025-01-02'], [1, 2])] }))).toThrow('do not ascend')
  })

  test('of nothing is empty, and of one equal value has room around it', () => {
    expect(frameOf(data({ lines: [] })).past).toBe(0)
    const flat = frameOf(data({ lines: [line(['2025-01-02', '2025-01-03'], [7, 7])] }))
    expect(yOf(flat, 7)).toBeGreaterThan(20)
    expect(yOf(flat, 7)).toBeLessThan(80)
  })
})

describe('heights', () => {
  test.each(['log', 'linear'] as const)('of values and values of heights are inverse: %s', (scale) => {
    const frame = frameOf(data({ scale }))
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (y) => {
        expect(yOf(frame, valueAtHeight(frame, y))).toBeCloseTo(y, 6)
      }),
    )
    expect(yOf(frame, frame.high)).toBeCloseTo(100 * frame.top, 9)
    expect(yOf(frame, frame.low)).toBeCloseTo(100 * (1 - frame.bottom), 9)
  })
})

describe('a line', () => {
  test('ends apart with what is not settled, joined to the last settled point', () => {
    const unsettled = line(['2025-01-02', '2025-01-03', '2025-01-06'], [1, 2, 3], '2025-01-03')
    const { settled, after } = linePoints(frameOf(data({ lines: [unsettled] })), unsettled)
    expect(settled.split(' ')).toHaveLength(2)
    expect(after.split(' ')).toHaveLength(2)
    expect(after.split(' ')[0]).toBe(settled.split(' ')[1])
    expect(linePoints(frameOf(data()), year).after).toBe('')
  })

  test('of many points keeps the lowest and the highest of every part, and the ends', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1, max: 1e6, noNaN: true }), { minLength: 50, maxLength: 400 }),
        fc.integer({ min: 2, max: 10 }),
        (value, columns) => {
          const kept = thinned(value, 0, value.length, columns)
          expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b))
          expect(kept.length).toBeLessThanOrEqual(4 * columns)
          expect([kept[0], kept.at(-1)]).toEqual([0, value.length - 1])
          const drawn = kept.map((i) => value[i] ?? Number.NaN)
          expect([Math.min(...drawn), Math.max(...drawn)]).toEqual([Math.min(...value), Math.max(...value)])
        },
      ),
    )
    expect(thinned([1, 2, 3], 1, 3, 10)).toEqual([1, 2])
  })
})

describe('candles', () => {
  const bars = (count: number): ChartBars => {
    const session = weekdaysAfter('1990-01-01', '2030-01-01').slice(0, count)
    const close = session.map((_, i) => 100 + (i % 2 === 0 ? 1 : -1))
    return {
      ...{ session, close, open: session.map(() => 100), high: session.map(() => 102), low: session.map(() => 98) },
      ...{ volume: session.map((_, i) => i + 1), settled: session.map((_, i) => i < count - 1) },
      ...{ name: 'X', unit: 'USD', colour: 'nvidia' as const, style: 'candles' as const },
    }
  }
  const bodies = (path: string) => path.split('Z').length - 1

  test('are told apart by direction, and the one that is not settled from both', () => {
    const { up, down, pale } = candlePaths(frameOf(data({ lines: [], bars: bars(11) })), bars(11))
    expect([bodies(up), bodies(down), bodies(pale)]).toEqual([5, 5, 1])
  })

  test('are joined where there are more than the picture has room for', () => {
    const { up, down, pale } = candlePaths(frameOf(data({ lines: [], bars: bars(9_000) })), bars(9_000))
    const drawn = bodies(up) + bodies(down) + bodies(pale)
    expect(drawn).toBeGreaterThan(500)
    expect(drawn).toBeLessThanOrEqual(1_000)
  })

  test('leave the foot of the plot to the volume, whose highest bar fills its share', () => {
    const frame = frameOf(data({ lines: [], bars: bars(11) }))
    expect(yOf(frame, 98)).toBeLessThan(100 * (1 - frame.volume))
    const { up, down } = volumePaths(frame, bars(11))
    const tops = [...`${up}${down}`.matchAll(/L[\d.]+,([\d.]+)/g)].map(([, y]) => Number(y))
    expect(Math.min(...tops)).toBeCloseTo(1000 * (1 - frame.volume), 0)
  })
})

test('a range ends with the last session and begins months before it', () => {
  expect(rangeStart('3m', '2026-02-15')).toBe('2025-11-15')
  expect(rangeStart('1y', '2026-02-15')).toBe('2025-02-15')
  expect(rangeStart('all', '2026-02-15')).toBeNull()
  expect(rangeStart('3m', '')).toBeNull()
})
