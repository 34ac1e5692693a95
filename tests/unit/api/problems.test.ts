import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { adjustmentNote } from '@/lib/api/bars/adjustmentNote'
import { query, rangeError, rangeInOrder, wordParameter } from '@/lib/api/parameters/schema'
import { invalidParameters } from '@/lib/api/problem/invalid'
import { Problem, wrongParameter } from '@/lib/api/problem/problem'
import { feedName, sourceOf } from '@/lib/api/source/feedName'
import { latest, sourceRanges } from '@/lib/api/source/range'
import { isStoreUnreachable } from '@/lib/store/connection/unreachable'

const schema = query({
  from: z.string().optional(),
  to: z.string().optional(),
  adjust: wordParameter(['raw', 'split'], 'the basis').default('raw'),
}).refine(rangeInOrder, rangeError)

function refusal(given: Record<string, string[]>) {
  const flat = Object.fromEntries(Object.entries(given).map(([k, v]) => [k, v.length === 1 ? v[0] : v]))
  const parsed = schema.safeParse(flat)
  if (parsed.success) throw new Error('expected a refusal')
  return invalidParameters(parsed.error, given).body
}

describe('a refused parameter', () => {
  test('is named with what was expected and what came', () => {
    expect(refusal({ adjust: ['dividends'] })).toMatchObject({
      type: 'urn:tidemark:problem:bad-parameter',
      status: 400,
      detail: 'adjust: expected raw or split, got "dividends"',
      parameter: 'adjust',
    })
  })

  test('that is not known is named beside those that are', () => {
    expect(refusal({ frm: ['2025-01-01'] }).detail).toBe('frm: is not a parameter here, expected from, to, adjust')
  })

  test('given twice is refused for that', () => {
    expect(refusal({ from: ['2025-01-01', '2025-01-02'] }).detail).toBe('from: expected once, got 2 times')
  })

  test('a range that runs backwards is told at its start', () => {
    expect(refusal({ from: ['2025-01-02'], to: ['2025-01-01'] }).parameter).toBe('from')
  })

  test('several are all named, each once, long values cut', () => {
    const body = refusal({ adjust: ['x'.repeat(500)], a: ['1'], b: ['2'] })
    expect(body.parameters?.map(({ name }) => name).sort()).toEqual(['a', 'adjust', 'b'])
    expect(body.detail.length).toBeLessThan(300)
  })
})

test('a problem without parameters has none in its body', () => {
  expect(new Problem('internal', 'why').body).toEqual({
    type: 'urn:tidemark:problem:internal',
    title: 'Something went wrong on our side',
    status: 500,
    detail: 'why',
  })
  expect(wrongParameter('rebase', 'expected a date').message).toBe('rebase: expected a date')
})

test('an unreachable database is told from every other error, also behind causes', () => {
  expect(isStoreUnreachable(Object.assign(new Error('x'), { code: 'ECONNREFUSED' }))).toBe(true)
  expect(isStoreUnreachable(new Error('x', { cause: { code: '57P01' } }))).toBe(true)
  expect(isStoreUnreachable(new Error('x', { cause: { kind: 'DatabaseNotReachable' } }))).toBe(true)
  expect(isStoreUnreachable(Object.assign(new Error('x'), { code: '42P01' }))).toBe(false)
  expect(isStoreUnreachable(new TypeError('x'))).toBe(false)
  expect(isStoreUnreachable('ECONNREFUSED')).toBe(false)
})

describe('the note of an adjustment', () => {
  const listing = { symbol: 'X', kind: 'equity', dividendsKnownTo: '2026-04-01' } as const

  test('is there only for total, and only when dividends may be missing', () => {
    expect(adjustmentNote('split', { ...listing, dividendsKnownTo: null }, '2026-07-22')).toBeNull()
    expect(adjustmentNote('total', listing, '2026-04-01')).toBeNull()
    expect(adjustmentNote('total', listing, '2026-04-02')?.en).toContain('up to 2026-04-01')
    expect(adjustmentNote('total', { ...listing, dividendsKnownTo: null }, '2026-04-02')?.en).toContain('not known')
    expect(adjustmentNote('total', { ...listing, kind: 'index' }, '2026-04-02')?.en).toContain('price index')
  })
})

describe('sources', () => {
  test('a feed is known by its name, bundled figures by theirs, a feed that is gone by its id', () => {
    expect(feedName('yahoo')).toBe('Yahoo Finance')
    expect(sourceOf('bundled')).toEqual({ feed: 'bundled', name: 'Bundled figures', bundled: true })
    expect(sourceOf('gone')).toEqual({ feed: 'gone', name: 'gone', bundled: false })
    expect(sourceOf(null)).toBeNull()
  })

  test('a range says what each feed brought of it', () => {
    const ranges = sourceRanges(['2025-01-02', '2025-01-03', '2025-01-06'], ['bundled', 'yahoo', 'bundled'])
    expect(ranges.map(({ feed, from, to, rows }) => [feed, from, to, rows])).toEqual([
      ['bundled', '2025-01-02', '2025-01-06', 2],
      ['yahoo', '2025-01-03', '2025-01-03', 1],
    ])
    expect(latest([new Date(5), new Date(9), new Date(1)])).toBe('1970-01-01T00:00:00.009Z')
    expect(latest([])).toBeNull()
  })
})
