import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cashAsPaid, mergeDividends } from '@/lib/ingest/mergeDividends'
import { mergeSplits } from '@/lib/ingest/mergeSplits'

const split = (exDate: string, numerator: number, denominator = 1) =>
  ({ kind: 'split', exDate, numerator, denominator }) as const
const known = <T>(action: T) => ({ ...action, feed: 'bundled', source: '' })

describe('splits of a feed beside the known ones', () => {
  const at = { mic: 'XNAS', today: '2026-07-01' } as const

  test('a new one is stored, one that agrees is not, whatever its terms', () => {
    const merged = mergeSplits(
      [known(split('2024-06-10', 10))],
      [split('2024-06-10', 20, 2), split('2026-06-10', 3, 2)],
      at,
    )
    expect(merged).toMatchObject({ agreeing: 1, fresh: [{ exDate: '2026-06-10' }], held: [] })
    expect(merged.splits).toHaveLength(2)
  })

  test('another ratio is held and the known one stays in force', () => {
    const merged = mergeSplits([known(split('2024-06-10', 10))], [split('2024-06-10', 11)], at)
    expect(merged.fresh).toEqual([])
    expect(merged.held).toMatchObject([{ key: '2024-06-10 split', reason: expect.stringContaining('11 for 1') }])
    expect(merged.splits).toMatchObject([{ numerator: 10 }])
  })

  test('one whose day has not come is neither stored, held, nor in force', () => {
    const merged = mergeSplits([known(split('2026-07-09', 2))], [split('2026-07-10', 2)], at)
    expect(merged).toMatchObject({ fresh: [], held: [], splits: [] })
  })

  test.each([
    ['on a day without a session', split('2026-06-13', 2)],
    ['of one for one', split('2026-06-10', 3, 3)],
    ['with a side that is no whole number', split('2026-06-10', 1.5)],
  ])('a split %s is held', (_, action) => {
    expect(mergeSplits([], [action], at)).toMatchObject({ fresh: [], held: [{ entity: 'action' }] })
  })
})

describe('dividends of a feed beside the known ones', () => {
  const around = {
    mic: 'XSHG',
    currency: 'CNY',
    today: '2026-07-01',
    splits: [split('2026-05-08', 149, 100)],
    closeBefore: () => '100',
  } as const
  const dividend = (exDate: string, cash: string, currency: string | null = 'CNY') =>
    ({ kind: 'dividend', exDate, cash, currency }) as const

  test('cash divided by a later split is turned back to what was paid; that of the same day stays', () => {
    expect(cashAsPaid('1.006711', '2026-04-08', around.splits)).toBe('1.5')
    expect(cashAsPaid('1.5', '2026-05-08', around.splits)).toBe('1.5')
    expect(cashAsPaid('0.004', '2024-03-05', [split('2024-06-10', 10)])).toBe('0.04')
  })

  test('whatever was paid in up to four places comes back exactly out of six places', () => {
    const cash = fc.integer({ min: 100, max: 1_000_000 }).map((units) => new Decimal(units).div(10_000))
    const ratio = fc.tuple(fc.integer({ min: 2, max: 40 }), fc.integer({ min: 1, max: 10 })).filter(([a, b]) => a > b)
    fc.assert(
      fc.property(cash, ratio, (paid, [numerator, denominator]) => {
        const served = paid.times(denominator).div(numerator).toDecimalPlaces(6).toFixed()
        expect(cashAsPaid(served, '2024-01-02', [split('2024-06-10', numerator, denominator)])).toBe(paid.toFixed())
      }),
    )
  })

  test('a known one agrees also when the feed states it for the shares after the bonus of the day', () => {
    const merged = mergeDividends(
      [known(dividend('2026-05-08', '1.5') as never)],
      [dividend('2026-05-08', '1.006711')],
      around,
    )
    expect(merged).toMatchObject({ agreeing: 1, fresh: [], held: [] })
  })

  test('two payments of one day are one', () => {
    const merged = mergeDividends([], [dividend('2026-06-10', '0.5'), dividend('2026-06-10', '0.25')], around)
    expect(merged.fresh).toEqual([dividend('2026-06-10', '0.75')])
  })

  test.each([
    ['in another currency', dividend('2026-06-10', '0.5', 'USD')],
    ['of nothing', dividend('2026-06-10', '0')],
    ['that is no number', dividend('2026-06-10', 'NaN')],
    ['as large as the price before it', dividend('2026-06-10', '100')],
    ['on a day without a session', dividend('2026-06-13', '0.5')],
  ])('a dividend %s is held', (_, action) => {
    expect(mergeDividends([], [action], around)).toMatchObject({ fresh: [], held: [{ entity: 'action' }] })
  })
})
