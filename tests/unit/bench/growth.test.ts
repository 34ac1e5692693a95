import { expect, test } from 'vitest'
import type { FeedBar } from '@/lib/feeds/types'
import { softRules } from '@/lib/ingest/soft'
import { validateBars } from '@/lib/ingest/validate'
import { isOpen } from '@/lib/market/sessions'
import { barLines, type MadeListing, madeMics, madeSessions } from '../../bench/growth/bars'
import { quoteLines } from '../../bench/growth/quotes'

const listings: MadeListing[] = madeMics.map((mic, i) => ({ id: i + 1, symbol: `M${i}`, mic }))
const now = new Date('2026-11-24T02:00:00Z')
const cells = (text: Buffer) =>
  text
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))
const made = (seed: number, sessions = 500) => [...barLines(listings, { sessions, seed, pieceRows: 700 })]

test('the made bars pass the validation of what feeds send, hard and soft', () => {
  const rows = made(1).flatMap(({ bytes }) => cells(bytes))
  for (const { id, symbol, mic } of listings) {
    const bars = rows
      .filter(([listing]) => listing === String(id))
      .map(([, session = '', open = '', high = '', low = '', close = '', volume = '']): FeedBar => {
        return { session, open, high, low, close, volume: BigInt(volume) }
      })
    expect(bars.map(({ session }) => session)).toEqual(madeSessions(mic, 500))
    const { valid, held } = validateBars(bars, { mic, now })
    expect([valid.length, held]).toEqual([500, []])
    const listing = { symbol, mic, kind: 'equity' as const }
    expect(softRules(valid, { listing, stored: [], actions: [] }).held).toEqual([])
  }
})

test('they come day by day, in pieces that tell their rows, and the same again from the same seed', () => {
  const pieces = made(1)
  expect(pieces.length).toBeGreaterThan(1)
  for (const { rows, bytes } of pieces) expect(cells(bytes)).toHaveLength(rows)
  const days = pieces.flatMap(({ bytes }) => cells(bytes).map(([, session]) => session ?? ''))
  expect(days).toEqual([...days].sort())
  const text = (seed: number) => Buffer.concat(made(seed).map(({ bytes }) => bytes)).toString()
  expect(text(1)).toBe(text(1))
  expect(text(1)).not.toBe(text(2))
  expect(() => made(1, 50_000)).toThrow(/not 50000/)
})

test('the made quotes are of moments when the exchange trades, every 15 seconds and in the order of time', () => {
  const rows = [...quoteLines(listings, { sessions: 2, seed: 1 })].flatMap(({ bytes }) => cells(bytes))
  expect(rows.length).toBeGreaterThan(8 * 900)
  expect(rows.filter(([id, at = '']) => !isOpen(listings[Number(id) - 1]?.mic ?? 'XNAS', new Date(at)))).toEqual([])
  const first = rows.filter(([id]) => id === '1').map(([, at = '']) => Date.parse(at))
  expect((first[1] ?? 0) - (first[0] ?? 0)).toBe(15_000)
  expect(first).toEqual([...first].sort((a, b) => a - b))
})
