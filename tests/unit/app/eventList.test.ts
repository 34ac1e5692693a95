import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { effectsOf } from '@/app/_data/effects'
import { type EventRow, facetCounts, filtered, readEventFilter } from '@/app/_data/eventFilter'
import { lanesOf, radiusOf } from '@/app/(site)/events/lanes'
import { monthAfter, timeScale } from '@/app/(site)/events/timeScale'
import type { AcrossRowView } from '@/lib/api/across/view'
import type { EventView } from '@/lib/api/events/view'

const study = (event: string, symbol: string, car: number | null): AcrossRowView => ({
  ...{ event, title: event, titleZh: event, kind: 'event', tags: [], symbol, name: symbol, nameZh: symbol },
  ...{ day0: '2025-08-22', car, percent: null, lo: null, hi: null, se: null, t: null, p: null, pHolm: null },
  verdict: car === null ? 'cannot-be-decided' : Math.abs(car) > 0.1 ? 'moved' : 'no-detectable-move',
  ...{ placeboHolm: null, minimumDetectable: null, pHolmAll: null, pFalseDiscovery: null, counted: true },
  ...{ sharedWith: null, refusal: null },
})

const event = (slug: string, date: string, listings: readonly string[], of: Partial<EventView> = {}): EventView => ({
  ...{ slug, kind: 'event', title: slug, titleZh: slug, text: '', textZh: '', start: date, end: null },
  ...{ precision: 'day', phase: 'unknown', timeNote: '', timeNoteZh: '', date, sourceName: '', sourceUrl: null },
  ...{ confirmed: true, tags: [], topics: [], dayZero: [] },
  ...{ status: 'published', version: 1, externalId: null, managedBy: null },
  listings: listings.map((symbol) => ({ symbol, mic: 'XNAS', name: symbol, nameZh: symbol })),
  ...of,
})

const topic = (slug: string) => ({ slug, name: slug, nameZh: slug })
const effects = effectsOf([
  study('shock', 'NVDA', -0.17),
  study('shock', '688256.SS', 0.02),
  study('format', '688256.SS', 0.14),
  study('roadmap', 'NVDA', 0.01),
  study('old', 'NVDA', null),
])
const rows: EventRow[] = [
  event('old', '2019-05-16', ['NVDA'], { topics: [topic('huawei')] }),
  event('tuned', '2025-01', [], { topics: [topic('huawei')], precision: 'month' }),
  event('shock', '2025-01-27', ['NVDA', '688256.SS'], { topics: [topic('deepseek')], tags: ['model-release'] }),
  event('format', '2025-08-21', ['688256.SS'], { topics: [topic('deepseek')], tags: ['model-release'] }),
  event('roadmap', '2025-09-18', ['NVDA'], { topics: [topic('huawei')] }),
  event('q2', '2025-08-27', ['NVDA'], { kind: 'results', tags: ['results'] }),
].map((one) => ({ event: one, effect: effects.get(one.slug) }))

const slugs = (query: Record<string, string>) =>
  filtered(rows, readEventFilter(query, rows).filter).map((row) => row.event.slug)

describe('the filters of events', () => {
  test('leave out days of results unless asked for, newest first', () => {
    expect(slugs({})).toEqual(['roadmap', 'format', 'shock', 'tuned', 'old'])
    expect(slugs({ results: 'shown' })).toEqual(['roadmap', 'q2', 'format', 'shock', 'tuned', 'old'])
    expect(slugs({ results: 'only' })).toEqual(['q2'])
  })

  test('combine, and order by the largest effect with what could not be tested last', () => {
    expect(slugs({ topic: 'deepseek', verdict: 'moved', sort: 'size' })).toEqual(['shock', 'format'])
    expect(slugs({ sort: 'size' })).toEqual(['shock', 'format', 'roadmap', 'tuned', 'old'])
    expect(slugs({ verdict: 'unstudied' })).toEqual(['tuned'])
  })

  test('mean the verdict and the size of a listing once it is chosen', () => {
    expect(slugs({ listing: '688256.SS', verdict: 'moved' })).toEqual(['format'])
    expect(slugs({ listing: '688256.SS', sort: 'size' })).toEqual(['format', 'shock'])
    expect(slugs({ listing: 'NVDA', verdict: 'moved' })).toEqual(['shock'])
  })

  test('name what no event has, and leave it out', () => {
    const { filter, wrong } = readEventFilter({ topic: 'tulips', verdict: 'up', sort: 'size', results: 'yes' }, rows)
    expect(wrong.map(({ name }) => name).sort()).toEqual(['results', 'topic', 'verdict'])
    expect(filter).toEqual({ listing: null, verdict: null, topic: null, tag: null, results: 'hidden', sort: 'size' })
  })

  test('tell of each choice how many events it leaves under the others', () => {
    fc.assert(
      fc.property(
        fc.record(
          {
            topic: fc.constantFrom('deepseek', 'huawei'),
            verdict: fc.constantFrom('moved', 'no-detectable-move', 'cannot-be-decided', 'unstudied'),
            listing: fc.constantFrom('NVDA', '688256.SS'),
            tag: fc.constantFrom('model-release', 'results'),
            results: fc.constantFrom('shown', 'only'),
          },
          { requiredKeys: [] },
        ),
        fc.constantFrom('topic', 'verdict', 'listing', 'tag'),
        (query, name) => {
          const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined))
          const { filter } = readEventFilter(given, rows)
          const counts = facetCounts(rows, filter, name)
          for (const [value, n] of counts) expect(slugs({ ...given, [name]: value })).toHaveLength(n)
        },
      ),
    )
  })
})

describe('the strip of time', () => {
  test('gives every quarter the same width and cuts a long stretch without events', () => {
    const scale = timeScale(['2019-05-16', '2025-01-27', '2025-09-18'])
    expect(scale.quarters).toBe(4.5)
    expect(scale.breaks).toEqual([expect.objectContaining({ from: '2019-07', to: '2024-12' })])
    expect(scale.ticks.map(({ year, quarter }) => [year, quarter])).toEqual([
      [2019, 2],
      [2025, 1],
      [2025, 2],
      [2025, 3],
    ])
    expect(scale.at('2025-04-01') - scale.at('2025-01-01')).toBeCloseTo(100 / 4.5, 9)
    expect(scale.at('2025-09')).toBe(scale.at('2025-09-01'))
    expect(scale.at('2030-01-01')).toBe(100)
  })

  test('keeps time in order, within its ends', () => {
    const day = fc
      .integer({ min: 0, max: 7_000 })
      .map((days) => new Date(Date.UTC(2012, 0, 1 + days)).toISOString().slice(0, 10))
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 30 }), (dates) => {
        const scale = timeScale(dates)
        const places = [...dates].sort().map((date) => scale.at(date))
        places.forEach((place, i) => {
          expect(place).toBeGreaterThanOrEqual(places[i - 1] ?? 0)
          expect(place).toBeLessThanOrEqual(100)
        })
        expect(scale.ticks[0]?.x).toBe(0)
      }),
    )
  })

  test('ends a month where the next one begins', () => {
    expect([monthAfter('2025-09'), monthAfter('2025-12')]).toEqual(['2025-10', '2026-01'])
  })

  test('puts no label on another one', () => {
    const mark = fc.record({
      from: fc.integer({ min: 0, max: 980 }),
      wide: fc.integer({ min: 4, max: 20 }),
      label: fc.integer({ min: 20, max: 300 }),
    })
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 40 }), (all) => {
        const marks = all.map(({ from, wide, label }) => ({ from, to: from + wide, label }))
        const boxes = lanesOf(marks, 1_000).map(({ lane, before }, i) => {
          const { from = 0, to = 0, label = 0 } = marks[i] ?? {}
          return { lane, from: before ? from - label : from, to: before ? to : to + label }
        })
        boxes.forEach((one, i) => {
          for (const other of boxes.slice(i + 1)) {
            if (one.lane === other.lane) expect(one.to <= other.from || other.to <= one.from).toBe(true)
          }
        })
      }),
    )
  })

  test('draws areas in proportion to the effect', () => {
    expect(radiusOf(0.08) / radiusOf(0.02)).toBeCloseTo(2, 9)
    expect(radiusOf(-0.08)).toBe(radiusOf(0.08))
    expect([radiusOf(0), radiusOf(5)]).toEqual([3, 10])
  })
})
