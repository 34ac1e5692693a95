import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FeedBar } from '@/lib/feeds/types'
import { unlikeBasis } from '@/lib/ingest/basisCheck'
import { softRules } from '@/lib/ingest/soft'
import type { SoftListing } from '@/lib/ingest/softScale'
import { basisMismatch } from '@/lib/market/basis'
import type { Action } from '@/lib/market/corporateAction'
import { sessionsBetween } from '@/lib/market/sessions'
import { plainSoftRules } from './plainSoft'

const sessions = sessionsBetween('XSHG', '2024-01-02', '2025-12-31')

/** A day: how far it moves and opens, in percent, and by what factor its level jumps (nearly always none). */
const usual = fc.integer({ min: -400, max: 400 }).map((percent) => percent / 100)
const factor = fc.constantFrom(...Array<number>(40).fill(1), 2, 0.5, 0.1, 10, 1 / 1.49, 1.49, 0.7, 1.36, 0.73, 1.2)
const day = fc.record({
  move: usual,
  gap: usual,
  factor,
  repeats: fc.constantFrom(...Array<boolean>(12).fill(false), true),
  stored: fc.constantFrom('no', 'no', 'same', 'other'),
  skipped: fc.constantFrom(...Array<boolean>(15).fill(false), true),
})
type Day = typeof day extends fc.Arbitrary<infer D> ? D : never

const listing = fc.record({
  symbol: fc.constantFrom('688256.SS', '600519.SS'),
  mic: fc.constantFrom('XSHG', 'XNAS', 'XHKG'),
  kind: fc.constantFrom('equity', 'index'),
  listedOn: fc.constantFrom(null, '2024-01-02', '2024-01-05', '2019-01-02'),
}) as fc.Arbitrary<SoftListing>

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({
    kind: fc.constant('split' as const),
    exDate: fc.constantFrom(...sessions.slice(0, 60)),
    numerator: fc.constantFrom(2, 10, 149),
    denominator: fc.constantFrom(1, 100),
  }),
  fc.record({
    kind: fc.constant('dividend' as const),
    exDate: fc.constantFrom(...sessions.slice(0, 60)),
    cash: fc.constantFrom('0.5', '3', '400'),
  }),
)

function seriesOf(days: readonly Day[]): { candidates: FeedBar[]; stored: FeedBar[] } {
  const [candidates, stored]: [FeedBar[], FeedBar[]] = [[], []]
  let price = 100
  let last: FeedBar | null = null
  for (const [i, { move, gap, factor, repeats, stored: kept, skipped }] of days.entries()) {
    const session = sessions[i] as string
    const open = price * factor * (1 + gap / 100)
    price *= factor * (1 + move / 100)
    const text = (value: number) => Math.max(value, 0.01).toFixed(2)
    const own = {
      open: text(open),
      high: text(Math.max(open, price)),
      low: text(Math.min(open, price)),
      close: text(price),
    }
    const bar: FeedBar = repeats && last !== null ? { ...last, session } : { session, ...own, volume: BigInt(i) }
    last = bar
    if (kept !== 'no') stored.push(kept === 'same' ? bar : { ...bar, close: text(price * 1.02) })
    if (!skipped) candidates.push(bar)
  }
  return { candidates, stored }
}

describe('what was made quick has the verdicts of what reads plainly', () => {
  test('the soft rules', () => {
    let doubts = 0
    fc.assert(
      fc.property(
        fc.array(day, { minLength: 1, maxLength: 120, size: 'max' }),
        listing,
        fc.array(action, { maxLength: 4 }),
        (days, listing, actions) => {
          const { candidates, stored } = seriesOf(days)
          const around = { listing, stored, actions }
          const plain = plainSoftRules(candidates, around)
          doubts += plain.held.length
          expect(softRules(candidates, around)).toEqual(plain)
        },
      ),
      { numRuns: 40 },
    )
    expect(doubts).toBeGreaterThan(50)
  })

  test('whether an overlap stands on one basis', () => {
    const pair = fc.record({
      stored: fc.constantFrom('100', '99.5', '98.9', '101.01', '100.99', '1000', '50'),
      fed: fc.constantFrom('100', '100.5', '10'),
    })
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 14 }), (rows) => {
        const pairs = rows.map((row, i) => ({ ...row, session: sessions[i] as string }))
        const windows = [pairs, ...pairs.map((_, i) => pairs.slice(i, i + 5))]
        const found = windows.map(basisMismatch).find((mismatch) => mismatch !== null)
        expect(unlikeBasis(pairs)?.ratio ?? null).toBe(found?.ratio ?? null)
      }),
      { numRuns: 200 },
    )
  })
})
