import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Action, adjustBars, asTraded, type BarColumns } from '@/lib/market/adjustment'
import { addDays } from '@/lib/market/date'
import { decimalText } from '@/lib/market/decimalText'

const first = '2020-01-01'
const cents = fc.integer({ min: 1, max: 100_000_000 }).map((n) => decimalText(BigInt(n), 2))
const shares = fc.option(fc.bigInt({ min: 0n, max: 10n ** 12n }))

const barsOf = fc.array(fc.tuple(cents, cents, cents, cents, shares), { minLength: 1, maxLength: 60 }).map(
  (rows): BarColumns => ({
    session: rows.map((_, i) => addDays(first, i)),
    open: rows.map(([open]) => open),
    high: rows.map(([, high]) => high),
    low: rows.map(([, , low]) => low),
    close: rows.map(([, , , close]) => close),
    volume: rows.map(([, , , , volume]) => volume),
  }),
)
const side = fc.integer({ min: 1, max: 149 })
const split = fc
  .tuple(fc.integer({ min: -5, max: 70 }), side, side)
  .map(
    ([day, numerator, denominator]): Action => ({ exDate: addDays(first, day), kind: 'split', numerator, denominator }),
  )
/** Products of ratios can pass tick x 10^6 = 10,000, where prices no longer come back; the test of prices leaves those out. */
const splits = fc.array(split, { maxLength: 2 })

const ratioAfter = (session: string, actions: readonly Action[]) =>
  actions.reduce((product, action) => {
    return action.kind === 'split' && action.exDate > session
      ? (product * action.numerator) / action.denominator
      : product
  }, 1)

describe('adjusting and turning back', () => {
  test('gives every traded price back to the tick', () => {
    fc.assert(
      fc.property(barsOf, splits, (bars, actions) => {
        fc.pre(bars.session.every((session) => ratioAfter(session, actions) < 9000))
        const back = asTraded(adjustBars(bars, actions, 'split'), actions, '0.01')
        const { session, open, high, low, close } = bars
        expect(back).toMatchObject({ session, open, high, low, close })
      }),
    )
  })

  test('gives volumes back exactly, but for the shares that a reverse split rounds away', () => {
    fc.assert(
      fc.property(barsOf, splits, (bars, actions) => {
        const back = asTraded(adjustBars(bars, actions, 'split'), actions, '0.01')
        bars.volume.forEach((volume, i) => {
          const got = back.volume[i]
          const ratio = ratioAfter(bars.session[i] ?? '', actions)
          if (volume === null) expect(got).toBeNull()
          else {
            const off = Math.abs(Number((got ?? -1n) - volume))
            // Half a share of adjusted volume is 0.5 / ratio shares as traded; turning back rounds once more.
            expect(off).toBeLessThanOrEqual(ratio > 1.0001 ? 0 : 0.5 / ratio + 0.5)
          }
        })
      }),
    )
  })

  test('the order of prices in a bar survives on every basis', () => {
    fc.assert(
      fc.property(barsOf, splits, fc.constantFrom('split' as const, 'total' as const), (bars, actions, basis) => {
        const sorted = bars.session.map((_, i) =>
          [bars.low[i], bars.high[i]]
            .map(Number)
            .sort((a, b) => a - b)
            .map(String),
        )
        const ordered = { ...bars, low: sorted.map(([low]) => low ?? ''), high: sorted.map(([, high]) => high ?? '') }
        const adjusted = adjustBars(ordered, actions, basis)
        adjusted.low.forEach((low, i) => {
          expect(Number(low)).toBeLessThanOrEqual(Number(adjusted.high[i]))
        })
      }),
    )
  })

  test('total and split are the same without dividends, and actions up to the first session change nothing', () => {
    fc.assert(
      fc.property(barsOf, splits, (bars, actions) => {
        expect(adjustBars(bars, actions, 'total')).toEqual(adjustBars(bars, actions, 'split'))
        const past = actions.filter((action) => action.exDate <= first)
        expect(adjustBars(bars, past, 'split')).toEqual(bars)
      }),
    )
  })

  test('each dividend lowers every price before it and no other', () => {
    const day = fc.integer({ min: 1, max: 59 })
    fc.assert(
      fc.property(barsOf, day, (bars, n) => {
        const exDate = addDays(first, n)
        const large = { ...bars, close: bars.close.map(() => '500') }
        const adjusted = adjustBars(large, [{ exDate, kind: 'dividend', cash: '5' }], 'total')
        adjusted.close.forEach((close, i) => {
          const session = bars.session[i] ?? ''
          const before = session < exDate
          expect(close).toBe(before ? '495' : '500')
        })
      }),
    )
  })
})

test('ten years of daily bars take no time worth waiting for', () => {
  const n = 2500
  const column = Array.from({ length: n }, (_, i) => decimalText(BigInt(10_000 + i), 2))
  const bars: BarColumns = {
    session: Array.from({ length: n }, (_, i) => addDays(first, i)),
    open: column,
    high: column,
    low: column,
    close: column,
    volume: column.map((_, i) => BigInt(i)),
  }
  const actions: Action[] = Array.from({ length: 40 }, (_, i) => ({
    exDate: addDays(first, 60 * (i + 1)),
    kind: 'dividend',
    cash: '0.25',
  }))
  actions.push({ exDate: addDays(first, 2000), kind: 'split', numerator: 149, denominator: 100 })
  const started = performance.now()
  adjustBars(bars, actions, 'total')
  // Measured 15 to 40 ms on two cores; the limit only catches work that grows with sessions times actions.
  expect(performance.now() - started).toBeLessThan(500)
})
