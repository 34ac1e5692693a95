import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AcrossView } from '@/lib/api/across/view'
import type { StudyView } from '@/lib/api/study/view'
import { type SeededApi, seededApi } from './seeded'

let api: SeededApi
let all: AcrossView
beforeAll(async () => {
  api = await seededApi()
  all = await api.json<AcrossView>('/api/v1/studies?kind=all')
})
afterAll(() => api.store.close())

describe('across events', () => {
  test('each row is the headline of its own page', async () => {
    for (const [slug, symbol] of [
      ['deepseek-ue8m0', 'NVDA'],
      ['cambricon-q1-2026', '688256.SS'],
    ] as const) {
      const row = all.items.find(({ event, symbol: of }) => event === slug && of === symbol)
      const { headline } = await api.json<StudyView>(`/api/v1/events/${slug}/study?listing=${symbol}`)
      expect(row).toMatchObject({ verdict: headline.verdict, car: headline.test.car, pHolm: headline.pHolm })
    }
  })

  test('one move never counts twice: of two windows of a listing that share a session the later one is left out', () => {
    const roadmap = all.items.find(({ event, symbol }) => event === 'huawei-connect-2025' && symbol === 'NVDA')
    expect(roadmap).toMatchObject({ day0: '2025-09-18', counted: false, sharedWith: 'beijing-stop-buying' })
    const counted = all.items.filter((row) => row.counted)
    expect(all.groups.find(({ by }) => by === 'all')?.n).toBe(counted.length)
    expect(new Set(counted.map(({ symbol, day0 }) => `${symbol} ${day0}`)).size).toBe(counted.length)
  })

  test('events that share dates get the corrected test, those of one listing apart in time need none', () => {
    const nvidia = all.groups.find(({ by, key }) => by === 'listing' && key === 'NVDA')
    expect(nvidia?.tests).toMatchObject({ chosen: 'bmp', overlapping: 0, meanCorrelation: 0 })
    expect(nvidia?.tests?.kolariPynnonen).toEqual(nvidia?.tests?.bmp)
    const exports = all.groups.find(({ by, key }) => by === 'tag' && key === 'export-control')
    expect(exports?.tests?.chosen).toBe('kolari-pynnonen')
    expect(exports?.tests?.overlapping).toBeGreaterThan(0)
    const { bmp, kolariPynnonen, meanCorrelation } = exports?.tests ?? {}
    expect(meanCorrelation).not.toBe(0)
    expect(kolariPynnonen?.statistic).not.toBe(bmp?.statistic)
  })

  test('fewer than five rows are refused with their number', () => {
    const few = all.groups.find(({ by, key }) => by === 'tag' && key === 'ipo')
    expect(few).toMatchObject({ tests: null, refusal: { reason: 'too-few-events' } })
    expect(few?.refusal?.detail).toContain('2 tested rows')
  })

  test('p adjusted over all looks is never under the raw one, and Benjamini-Hochberg never over Holm', () => {
    const tested = all.items.filter(({ p }) => p !== null)
    expect(tested.length).toBe(all.meta.looks)
    for (const { p, pHolmAll, pFalseDiscovery } of tested) {
      expect(pHolmAll ?? -1).toBeGreaterThanOrEqual(p ?? 2)
      expect(pFalseDiscovery ?? -1).toBeGreaterThanOrEqual(p ?? 2)
      expect(pFalseDiscovery ?? 2).toBeLessThanOrEqual(pHolmAll ?? -1)
    }
  })

  test('filters by listing and tag, and as known at a moment', async () => {
    const some = await api.json<AcrossView>('/api/v1/studies?listing=NVDA&tag=export-control')
    expect(new Set(some.items.map(({ symbol }) => symbol))).toEqual(new Set(['NVDA']))
    const then = await api.json<AcrossView>('/api/v1/studies?asOf=2025-02-28')
    expect(then.items.map(({ event }) => event)).toEqual([
      'huawei-us-entity-list',
      'deepseek-r1-shock',
      'deepseek-r1-shock',
    ])
    expect((await api.problem('/api/v1/studies?listing=NVDX', 404)).near).toContain('NVDA')
    expect((await api.problem('/api/v1/studies?kind=none', 400)).parameter).toBe('kind')
  })

  test('the CSV has the rows', async () => {
    const text = await (await api.api.request('/api/v1/studies?kind=all&format=csv')).text()
    const rows = text.split('\r\n').filter((line) => line !== '' && !line.startsWith('#'))
    expect(rows).toHaveLength(all.items.length + 1)
    expect(rows[0]).toContain('pFalseDiscovery')
  })
})
