import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { boardData } from '@/app/_data/board'
import { compareData } from '@/app/_data/compare'
import { listingData } from '@/app/_data/listing'
import type { BarsView } from '@/lib/api/bars/view'
import type { CompareView } from '@/lib/api/compare/view'
import type { SignalsView } from '@/lib/api/signals/schema'
import type { StudyView } from '@/lib/api/study/view'
import { evaluateRules } from '@/lib/signals/evaluate'
import { runCase } from '@/lib/studies/case/run'
import { paths } from '../../browser/quality'
import { contextAt } from '../../database/fresh'
import { now } from '../api/seeded'
import { rowsOfCsv, type SeededExports, seededExports } from './exported'

let site: SeededExports
beforeAll(async () => {
  site = await seededExports()
})
afterAll(() => site.store.close())

/** Values of one listing by session, from a CSV of lines. */
function valuesOf(csv: string, listing: string): [string, number][] {
  return rowsOfCsv(csv).flatMap((row) =>
    row.listing === listing ? [[row.session ?? '', Number(row.value)] as [string, number]] : [],
  )
}

describe('the numbers are the page’s', () => {
  test('of the board: both lines, 100 at the last close before each day 0 of the event', async () => {
    const csv = await site.text('/board.csv?base=event:deepseek-ue8m0')
    const { compare } = await boardData({ base: 'event:deepseek-ue8m0' }, now)
    for (const { symbol, session, value } of compare.series) {
      expect(valuesOf(csv, symbol)).toEqual(session.map((date, i) => [date, value[i]]))
    }
    expect(new Map(valuesOf(csv, '688256.SS')).get('2025-08-21')).toBe(100)
    expect(new Map(valuesOf(csv, 'NVDA')).get('2025-08-20')).toBe(100)
  })

  test('of a comparison: the same as the page and the API, and each value again from its close and rate', async () => {
    const query = 'symbols=688256.SS,NVDA&base=event:deepseek-ue8m0&currency=USD'
    const csv = await site.text(`/compare.csv?${query}`)
    const asked = { symbols: '688256.SS,NVDA', base: 'event:deepseek-ue8m0', currency: 'USD' }
    const { found } = await compareData(asked, now)
    const api = await site.json<CompareView>(`/api/v1/compare?${query.replace('base=', 'rebase=')}`)
    for (const [i, { symbol, session, value, baseSession, baseClose }] of api.series.entries()) {
      const lines = valuesOf(csv, symbol)
      expect(lines).toEqual(session.map((date, at) => [date, value[at]]))
      expect(found?.series[i]?.value).toEqual(value)
      const rows = rowsOfCsv(csv).filter(({ listing }) => listing === symbol)
      expect(Number(rows.find((row) => row.session === baseSession)?.used)).toBe(baseClose)
      for (const row of rows.slice(0, 40)) {
        const used = Number(row.close) * (row.rate ? Number(row.rate) : 1)
        expect(Math.abs((100 * used) / (baseClose ?? Number.NaN) - Number(row.value))).toBeLessThan(1e-4)
      }
    }
    const since = await site.taken(`/compare.json?${query}&table=since`)
    expect(since.columns.volatility).toEqual(api.series.map(({ stats }) => stats?.volatility))
  })

  test('of a listing: the bars of the range on the basis asked for', async () => {
    const { columns } = await site.taken('/listings/NVDA.json?adjust=raw&range=3m')
    const { session: all, close } = await site.json<BarsView>('/api/v1/listings/NVDA/bars?adjust=raw')
    const first = all.findIndex((date) => date >= '2026-02-15')
    expect(columns.session).toEqual(all.slice(first))
    expect(columns.close).toEqual(close.slice(first))
    const whole = await site.taken('/listings/688256.SS.json')
    expect(whole.columns.close).toEqual((await listingData('688256.SS', {}, now))?.bars.close)
  })

  test('of an event: the study of the API, which the command line recomputes from the rows', async () => {
    const { columns, meta } = await site.taken('/events/deepseek-ue8m0.json?listing=NVDA')
    const api = await site.json<StudyView>('/api/v1/events/deepseek-ue8m0/study?listing=NVDA')
    const around = columns.window?.flatMap((window, i) => (window === 'event' ? [i] : [])) ?? []
    const of = (name: string, at: readonly number[]) => at.map((i) => columns[name]?.[i] ?? null)
    expect(of('car', around)).toEqual(api.car)
    expect(meta.headlineP).toBe(String(api.headline.test.p))
    const before = columns.window?.flatMap((window, i) => (window === 'estimation' ? [i] : [])) ?? []
    const sides = (at: readonly number[]) => ({
      session: of('session', at),
      firm: of('firm', at),
      market: of('market', at),
    })
    const again = runCase({
      kind: 'event-study',
      ...{ model: 'market', returns: 'log', confidence: 0.95 },
      events: [{ id: 'again', estimation: sides(before), event: { ...sides(around), days: of('day', around) } }],
    }) as { events: { car: number[] }[] }
    again.events[0]?.car.forEach((car, i) => {
      expect(car).toBeCloseTo(Number(api.car[i]), 12)
    })
    const placebo = await site.taken('/events/deepseek-ue8m0.json?listing=NVDA&table=placebo')
    expect(placebo.columns.t).toEqual(api.placebo?.t)
  })
})

describe('every page', () => {
  const pages = paths.filter((path) => !/^\/(nowhere|gallery|search|docs)|base=soon/.test(path))

  test.each(pages)('%s has its CSV and its JSON, with a head that says what it is', async (path) => {
    const [page = '', query = ''] = path.split('?', 2)
    const at = (format: string) => `${page === '/' ? '/board' : page}.${format}?${query}`
    const response = await site.get(at('csv'))
    expect([path, response.status]).toEqual([path, 200])
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(response.headers.get('content-disposition')).toMatch(/^inline; filename="tidemark-[A-Za-z0-9._-]+\.csv"$/)
    const csv = await response.text()
    for (const name of [
      'view',
      'table',
      'source',
      'as of',
      'adjustment',
      'currency',
      'time zone',
      'generated',
      'terms',
    ]) {
      expect(csv).toContain(`# ${name}: `)
    }
    const { meta, columns } = await site.taken(at('json'))
    expect(meta.view).toMatch(/^https:\/\/tidemark\.example\//)
    expect(meta.terms).toContain('not investment advice')
    expect(meta.generated).toBe(now.toISOString())
    const lengths = new Set(Object.values(columns).map(({ length }) => length))
    expect(lengths.size).toBe(1)
    const rows = csv.split('\r\n').filter((line) => line !== '' && !line.startsWith('#')).length - 1
    expect(rows).toBeGreaterThanOrEqual([...lengths][0] ?? 1)
  })

  test('has its further tables under ?table=, as its head says', async () => {
    for (const path of ['/board', '/listings/NVDA', '/data', '/events', '/compare', '/events/deepseek-ue8m0']) {
      const { meta } = await site.taken(`${path}.json`)
      const others = meta.otherTables?.replace(/ \(.*$/, '').split(', ') ?? []
      expect(others.length).toBeGreaterThan(0)
      for (const table of others) {
        const other = await site.taken(`${path}.json?table=${table}`)
        expect(other.meta.table).toBe(table)
        for (const name of ['source', 'asOf', 'adjustment', 'currency']) {
          // What says several sources apart names each.
          expect(Object.keys(other.meta).some((key) => key.startsWith(name))).toBe(true)
        }
      }
    }
  })

  test('has its texts in Chinese with lang=zh, and its column names in English', async () => {
    const { columns } = await site.taken('/claims.json?lang=zh')
    expect(columns.statement?.every((text) => /[\u4e00-\u9fff]/.test(String(text)))).toBe(true)
    expect((await site.taken('/events/deepseek-ue8m0.json?lang=zh')).meta.verdict).toMatch(/[\u4e00-\u9fff]/)
    expect((await site.get('/events.csv', { 'accept-language': 'zh-CN' })).headers.get('content-language')).toBe('zh')
  })

  test('looks back with asOf', async () => {
    const { columns, meta } = await site.taken('/board.json?asOf=2025-09-30')
    expect(columns.session?.every((date) => String(date) <= '2025-09-30')).toBe(true)
    expect(meta.view).toContain('asOf=2025-09-30')
  })
})

describe('what cannot be meant', () => {
  test.each([
    ['/board.csv?base=event:nonsense', 'base'],
    ['/board.json?asOf=yesterday', 'asOf'],
    ['/board.csv?asOf=2027-01-01', 'asOf'],
    ['/board.csv?scale=cubic', 'scale'],
    ['/board.csv?lang=fr', 'lang'],
    ['/board.csv?table=none', 'table'],
    ['/listings/NVDA.csv?adjust=none', 'adjust'],
    ['/listings/NVDA.csv?range=2y', 'range'],
    ['/compare.csv?symbols=NVDA,NONE', 'symbols'],
    ['/compare.csv?currency=EUR', 'currency'],
    ['/events.csv?verdict=perhaps', 'verdict'],
    ['/events/deepseek-ue8m0.csv?model=magic', 'model'],
    ['/events/deepseek-ue8m0.csv?listing=NONE', 'listing'],
    ['/claims.csv?verdict=perhaps', 'verdict'],
    ['/roadmap.csv?state=lost', 'state'],
    ['/studies.csv?kind=none', 'kind'],
    ['/data.csv?runs=7', 'runs'],
    ['/signals.csv?rule=nothing', 'rule'],
    ['/signals.json?from=soon', 'from'],
    ['/board.png?size=huge', 'size'],
    ['/board.png?theme=sepia', 'theme'],
  ])('%s is a 400 that names %s', async (path, name) => {
    const { parameter, detail } = await site.refused(path, 400)
    expect(parameter).toBe(name)
    expect(detail).toMatch(/expected|is not known/)
  })

  test.each([
    ['/listings/NVIDIA.csv', 'unknown-symbol'],
    ['/events/nothing.json', 'unknown-event'],
    ['/claims/nothing.csv', 'unknown-claim'],
    ['/nowhere.csv', 'unknown-path'],
    ['/listings/NVDA.xml', 'unknown-path'],
    ['/listings/%ZZ.csv', 'unknown-path'],
    ['/listings/NVDA/bars.csv', 'unknown-path'],
  ])('%s is a 404: %s', async (path, kind) => {
    expect((await site.refused(path, 404)).type).toBe(`urn:tidemark:problem:${kind}`)
  })

  test('of the signals: those of all pages that pass the filters, each with its figures as JSON', async () => {
    await evaluateRules(site.store, contextAt(now.toISOString()))
    const csv = await site.text('/signals.csv?listing=688256.SS&page=2')
    const { columns: all } = await site.taken('/signals.json?listing=688256.SS')
    const { items, total } = await site.json<SignalsView>('/api/v1/signals?listing=688256.SS&limit=500')
    expect(csv.split('\r\n').filter((line) => line !== '' && !line.startsWith('#'))).toHaveLength(total + 1)
    expect(all.cause).toEqual(items.map(({ cause }) => cause))
    expect(all.numbers?.map((text) => JSON.parse(String(text)))).toEqual(items.map(({ numbers }) => numbers))
    const { columns } = await site.taken('/signals.json?rule=drawdown&lang=zh')
    expect(columns.text?.[0]).toMatch(/\p{Script=Han}/u)
  })

  test('a parameter of somebody else is passed over, as on the page', async () => {
    expect((await site.get('/claims.csv?utm_source=x')).status).toBe(200)
  })
})

test('a title that a spreadsheet would run is text in the CSV', async () => {
  await site.store.sql`UPDATE event SET title = '=HYPERLINK("http://x")' WHERE slug = 't-head-chip'`
  const csv = await site.text('/events.csv')
  expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`)
  expect(csv).not.toMatch(/(^|,)"?=/m)
})
