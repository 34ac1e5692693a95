import { describe, expect, test } from 'vitest'
import { monthsBefore, rangeStart, readListingQuery } from '@/app/_data/listingQuery'
import { flawsOf } from '@/app/_listing/flaws'
import { changeOver, lastOf, yearRange } from '@/app/_listing/keyFigures'
import { missingSpans } from '@/app/_listing/missingSpans'
import { growthAxis } from '@/app/_revenue/growthAxis'
import { valueAxis } from '@/app/_revenue/plotFrame'
import { dateTicks } from '@/app/_ui/spark/dateTicks'
import { monthEnds, sparkPoints, stops, thinned } from '@/app/_ui/spark/points'
import type { MissingSessionView } from '@/lib/api/missing/view'

describe('the query of a listing’s page', () => {
  test('takes what it knows and names the rest with what was expected', () => {
    expect(readListingQuery({ adjust: 'raw', window: '20', page: '2', scale: 'log' })).toMatchObject({
      ...{
        adjust: 'raw',
        range: 'all',
        style: 'candles',
        scale: 'log',
        window: 20,
        page: 2,
        results: false,
        wrong: [],
      },
    })
    const { window, range, wrong } = readListingQuery({ window: '1', range: '5y', page: '0', asOf: 'soon' })
    expect({ window, range }).toEqual({ window: 60, range: 'all' })
    expect(wrong.map(({ name, value }) => [name, value])).toEqual([
      ['range', '5y'],
      ['window', '1'],
      ['page', '0'],
    ])
    expect(wrong[1]?.expected).toEqual({ kind: 'number', least: 2, most: 500 })
  })

  test('a range starts some months before the last session', () => {
    expect(rangeStart('3m', '2026-02-10')).toBe('2025-11-10')
    expect(rangeStart('all', '2026-02-10')).toBeNull()
    expect(rangeStart('1y', '')).toBeNull()
    expect(monthsBefore('2026-01-31', 1)).toBe('2025-12-31')
  })
})

describe('key figures', () => {
  const closes = { session: ['2025-01-02', '2025-12-15', '2026-01-15'], close: [10, 50, 40] }
  test('hold the last close against the last one up to a day some months before', () => {
    expect(changeOver(closes, 1)).toEqual({ change: 40 / 50 - 1, from: '2025-12-15', to: '2026-01-15' })
    expect(changeOver(closes, 12)).toMatchObject({ change: 3, from: '2025-01-02' })
    expect(changeOver(closes, 24)).toBeNull()
    expect(changeOver({ session: [], close: [] }, 1)).toBeNull()
  })
  test('tell the closes of twelve months, and the last value that is there', () => {
    expect(yearRange(closes)).toEqual({ low: 40, high: 50 })
    expect(yearRange({ session: [], close: [] })).toBeNull()
    expect(lastOf(closes.session, [1, 2, null])).toEqual({ session: '2025-12-15', value: 2 })
    expect(lastOf(closes.session, [null, null, null])).toBeNull()
  })
})

describe('missing sessions', () => {
  const missing = (session: string, reason: MissingSessionView['reason'] = null): MissingSessionView => ({
    ...{ session, reason, state: reason ? 'permanent' : 'open', askedFeeds: [], nullFeeds: [] },
    ...{ seenAt: null, askedAt: null },
  })
  test('are joined where no stored session lies between and they say the same, the newest first', () => {
    const items = [
      missing('2025-01-03', 'halt'),
      missing('2025-01-06', 'halt'),
      missing('2025-01-08', 'halt'),
      missing('2025-01-09'),
    ]
    const spans = missingSpans(items, ['2025-01-02', '2025-01-07'])
    expect(spans.map(({ from, to, count, reason }) => [from, to, count, reason])).toEqual([
      ['2025-01-09', '2025-01-09', 1, null],
      ['2025-01-08', '2025-01-08', 1, 'halt'],
      ['2025-01-03', '2025-01-06', 2, 'halt'],
    ])
  })
  test('stand on the chart up to its last bar, revisions beside them', () => {
    const bars = {
      session: ['2025-01-02', '2025-01-07'],
      meta: { revised: [{ session: '2025-01-02', revisions: 2, lastRevisedAt: 'then' }] },
    }
    const flaws = flawsOf(
      { bars, missing: { items: [missing('2025-01-03', 'halt'), missing('2025-01-08')] } } as never,
      { missing: (state, reason) => `${state} ${reason}`, revised: (times, at) => `${times} ${at}` },
    )
    expect(flaws).toEqual([
      { session: '2025-01-03', kind: 'missing', text: 'permanent halt' },
      { session: '2025-01-02', kind: 'revised', text: '2 then' },
    ])
  })
})

describe('spark charts', () => {
  const sessions = Array.from({ length: 500 }, (_, i) => new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10))
  const values = sessions.map((_, i) => (i < 20 ? null : Math.sin(i / 7)))
  test('take the rows of the range that have a value, numbered on its axis', () => {
    const { points, sessions: shown } = sparkPoints(sessions, values, '2024-01-11')
    expect(shown[0]).toBe('2024-01-11')
    expect(points[0]).toEqual({ index: 10, session: '2024-01-21', value: values[20] })
    expect(sparkPoints(sessions, values, '2030-01-01')).toEqual({ points: [], sessions: [] })
  })
  test('are thinned without losing an end, the lowest or the highest', () => {
    const { points } = sparkPoints(sessions, values, null)
    const thin = thinned(points, 100)
    expect(thin.length).toBeLessThanOrEqual(104)
    expect([thin[0], thin.at(-1)]).toEqual([points[0], points.at(-1)])
    const extremes = (of: typeof points) => [
      Math.min(...of.map(({ value }) => value)),
      Math.max(...of.map(({ value }) => value)),
    ]
    expect(extremes(thin)).toEqual(extremes(points))
    expect(thin.map(({ index }) => index)).toEqual([...new Set(thin.map(({ index }) => index))].sort((a, b) => a - b))
    expect(thinned(points, 1000)).toEqual(points)
  })
  test('a pointer finds the last point of each stretch, and the stretches cover the points', () => {
    const { points } = sparkPoints(sessions, values, null)
    const found = stops(points, sessions.length, 80)
    expect(found.length).toBeLessThanOrEqual(80)
    expect(found.at(-1)?.point).toEqual(points.at(-1))
    expect(found.every(({ from, to, point }) => point.index >= from && point.index <= to)).toBe(true)
  })
  test('label months, quarters or years, whichever are few enough, and list the ends of months', () => {
    expect(dateTicks(sessions.slice(0, 100)).map(({ period }) => period)).toEqual(['2024-02', '2024-03', '2024-04'])
    expect(dateTicks(sessions).map(({ period }) => period)).toEqual([
      '2024-Q2',
      '2024-Q3',
      '2024-Q4',
      '2025-Q1',
      '2025-Q2',
    ])
    const decades = Array.from({ length: 30 }, (_, i) => `${1995 + i}-01-02`)
    expect(dateTicks(decades).map(({ period }) => period)).toEqual(['2000', '2005', '2010', '2015', '2020'])
    const { points } = sparkPoints(sessions, values, null)
    expect(
      monthEnds(points)
        .slice(0, 2)
        .map(({ session }) => session),
    ).toEqual(['2024-01-31', '2024-02-29'])
    expect(monthEnds(points).at(-1)).toEqual(points.at(-1))
  })
})

describe('the revenue bars', () => {
  test('stand on an axis of four steps that holds the highest', () => {
    expect(valueAxis([3.1e9, 1e9])).toEqual({ high: 4e9, ticks: [0, 1e9, 2e9, 3e9, 4e9] })
    expect(valueAxis([]).high).toBe(2)
  })
  test('have growth on an axis of powers of two around no change', () => {
    expect(growthAxis([45.3, 0.6])).toEqual({ low: 0.5, high: 64, ticks: [0.5, 1, 64] })
    expect(growthAxis([1.5])).toEqual({ low: 1, high: 2, ticks: [1, 2] })
    expect(growthAxis([1])).toEqual({ low: 0.5, high: 2, ticks: [0.5, 1, 2] })
  })
})
