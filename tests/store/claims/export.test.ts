import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JudgedClaimView } from '@/lib/api/claims/schema'
import { type SeededApi, seededApi } from '../api/seeded'

let seeded: SeededApi
beforeAll(async () => {
  seeded = await seededApi()
})
afterAll(() => seeded.store.close())

type Row = Readonly<Record<string, string>>

function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  )
}

/** The export of a claim as anyone would read it: the lines on top by name, then the table. */
async function exported(slug: string) {
  const response = await seeded.api.request(`/api/v1/claims/${slug}?format=csv`)
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(response.headers.get('content-disposition')).toBe(`attachment; filename="claim-${slug}.csv"`)
  const lines = (await response.text()).trimEnd().split('\r\n')
  const about = Object.fromEntries(
    lines.flatMap((line) => [...line.matchAll(/^# ([^:]+): (.*)$/g)].map(([, name, text]) => [name, text])),
  ) as Row
  const [head = '', ...body] = lines.filter((line) => !line.startsWith('#'))
  const names = cellsOf(head)
  const rows = body.map((line): Row => Object.fromEntries(cellsOf(line).map((cell, i) => [names[i] ?? '', cell])))
  return { about, rows, of: (kind: string) => rows.filter(({ row }) => row === kind) }
}

const sum = (rows: readonly Row[], ...labels: string[]) =>
  rows.filter(({ period }) => labels.includes(period ?? '')).reduce((total, { value }) => total + Number(value), 0)

describe('promise 7: the numbers of a claim come out of its export', () => {
  test('price change: every end date, how many satisfy it, least and most', async () => {
    const slug = 'cambricon-up-nearly-500-percent'
    const { of, about } = await exported(slug)
    const { endDates } = await seeded.json<JudgedClaimView>(`/api/v1/claims/${slug}`)
    const ends = of('end-date')
    const changes = ends.map(({ value, fromValue }) => 100 * (Number(value) / Number(fromValue) - 1))
    changes.forEach((change, i) => {
      expect(change).toBeCloseTo(Number(ends[i]?.result), 6)
    })
    const [low, high] = (about['stated range'] ?? '').split(' to ').map(Number) as [number, number]
    const inside = changes.map((change) => change >= low && change < high)
    expect(inside).toEqual(ends.map(({ satisfies }) => satisfies === 'true'))
    expect([changes.length, inside.filter(Boolean).length]).toEqual([endDates?.count, endDates?.satisfied])
    expect(Math.min(...changes)).toBeCloseTo(endDates?.min ?? 0, 6)
    expect(Math.max(...changes)).toBeCloseTo(endDates?.max ?? 0, 6)
  })

  test('level, growth and conversion', async () => {
    const level = await exported('cambricon-half-year-revenue')
    const half = sum(level.of('input'), '2025-Q1', '2025-Q2')
    expect(half / 1e9).toBeCloseTo(Number(level.about.computed), 9)
    const growth = await exported('cambricon-half-year-growth')
    const [before, after] = [
      sum(growth.of('input'), '2024-Q1', '2024-Q2'),
      sum(growth.of('input'), '2025-Q1', '2025-Q2'),
    ]
    expect(100 * (after / before - 1)).toBeCloseTo(Number(growth.about.computed), 6)
    const conversion = await exported('cambricon-half-year-in-dollars')
    expect(conversion.of('conversion')).toHaveLength(4)
    for (const { from, result } of conversion.of('conversion')) {
      const rate = (currency: string) =>
        Number(conversion.of('input').find(({ period, unit }) => period === from && unit?.startsWith(currency))?.value)
      expect(((half / rate('CNY')) * rate('USD')) / 1e6).toBeCloseTo(Number(result), 6)
    }
  })

  test('interval and arithmetic', async () => {
    const interval = await exported('huawei-roadmap-days-later')
    const [from, to] = interval.of('input').map(({ value }) => Date.parse(`${value}T00:00:00Z`)) as [number, number]
    expect((to - from) / 86_400_000).toBe(Number(interval.about.computed))
    const arithmetic = await exported('million-npu-cluster-one-sixth')
    const [part, ...wholes] = arithmetic
      .of('input')
      .slice(0, -1)
      .map(({ value }) => Number(value)) as [number, number]
    const shares = wholes.map((whole) => part / whole).sort()
    const span = (arithmetic.about.interval ?? '').split(' to ').map(Number)
    shares.forEach((share, i) => {
      expect(share).toBeCloseTo(span[i] ?? 0, 9)
    })
  })
})
