import { describe, expect, test } from 'vitest'
import { marketCap, priceToSales } from '@/lib/analytics/valuation/money'
import { type ShareCount, sharesAt } from '@/lib/analytics/valuation/shares'

const count = (asOf: string, shares: bigint, knownAt: string): ShareCount => ({
  asOf,
  shares,
  knownAt: new Date(knownAt),
})
const nvidia = [count('2024-05-24', 2_460_000_000n, '2024-05-29T21:30:00Z')]
const tenForOne = [{ exDate: '2024-06-10', numerator: 10, denominator: 1 }]
const cambricon = [count('2026-03-31', 421_000_001n, '2026-04-29T16:00:00Z')]
const bonus = [{ exDate: '2026-05-08', numerator: 149, denominator: 100 }]

const closeOf = (session: string, time = '20:00') => new Date(`${session}T${time}:00Z`)
const on = (session: string, counts = nvidia, splits = tenForOne) => sharesAt(counts, splits, session, closeOf(session))

describe('shares at a session', () => {
  test('Nvidia’s ten for one of 2024-06-10 multiplies a count of before from that session on', () => {
    expect(on('2024-06-07')).toMatchObject({ shares: 2_460_000_000n, splits: [] })
    expect(on('2024-06-10')).toMatchObject({ shares: 24_600_000_000n, splits: ['2024-06-10'], count: nvidia[0] })
  })

  test('Cambricon’s 1.49 for one of 2026-05-08 does too, to whole shares', () => {
    expect(on('2026-05-07', cambricon, bonus)).toMatchObject({ shares: 421_000_001n })
    // 421,000,001 × 1.49 = 627,290,001.49
    expect(on('2026-05-08', cambricon, bonus)).toMatchObject({ shares: 627_290_001n, splits: ['2026-05-08'] })
  })

  test('the market cap does not jump with the split: price and shares are of one basis', () => {
    const capOn = (session: string, close: string) => {
      const then = on(session)
      if ('refused' in then) throw new Error(then.detail)
      return Number(marketCap(close, then.shares))
    }
    const [before, after] = [capOn('2024-06-07', '1208.88'), capOn('2024-06-10', '121.79')]
    expect(after / before - 1).toBeCloseTo(121.79 / 120.888 - 1, 10)
  })

  test('a count of the ex-date or later is not multiplied; one of before is, also when it was filed after', () => {
    const late = [count('2024-06-07', 2_461_000_000n, '2024-06-20T21:30:00Z')]
    const after = [...nvidia, count('2024-06-10', 24_610_000_000n, '2024-06-20T21:30:00Z')]
    expect(on('2024-06-21', [...nvidia, ...late])).toMatchObject({ shares: 24_610_000_000n, splits: ['2024-06-10'] })
    expect(on('2024-06-21', after)).toMatchObject({ shares: 24_610_000_000n, splits: [] })
    expect(on('2024-06-18', after)).toMatchObject({ shares: 24_600_000_000n, splits: ['2024-06-10'] })
  })

  test('is the count of the latest day known by the close, restated from the restatement on', () => {
    const counts = [
      count('2025-05-23', 24_400n, '2025-05-28T21:30:00Z'),
      count('2025-05-23', 24_388n, '2025-06-02T21:30:00Z'),
      count('2025-02-21', 24_500n, '2025-06-30T21:30:00Z'),
    ]
    const shares = (session: string) => on(session, counts, [])
    expect(shares('2025-05-28')).toMatchObject({ refused: 'shares-unknown', detail: 'shares unknown' })
    expect(shares('2025-05-29')).toMatchObject({ shares: 24_400n })
    expect(shares('2025-06-03')).toMatchObject({ shares: 24_388n })
    // An old day's count that comes late is not the newest.
    expect(shares('2025-07-01')).toMatchObject({ shares: 24_388n })
  })
})

test('price to sales needs revenue above zero', () => {
  expect(priceToSales('2973844800000', '79774000000')).toEqual({ value: '37.2784' })
  for (const revenue of ['0', '-5'])
    expect(priceToSales('1', revenue)).toMatchObject({
      refused: 'not-above-zero',
      detail: `trailing revenue is ${revenue}`,
    })
})
