import { describe, expect, test } from 'vitest'
import type { FeedShareCount } from '@/lib/feeds/types'
import { planShares } from '@/lib/ingest/planShares'
import type { StoredShareCount } from '@/lib/store/shareCount/read'

const now = new Date('2026-11-01T00:00:00Z')

const fed = (over: Partial<FeedShareCount> = {}): FeedShareCount => ({
  asOf: '2025-08-22',
  shares: '24300000000',
  filed: '2025-08-27',
  knownAt: new Date('2025-08-27T21:30:00Z'),
  document: 'cover',
  ...over,
})

const stored = (over: Partial<StoredShareCount> = {}): StoredShareCount => ({
  topic: 'nvidia',
  asOf: '2025-08-22',
  knownAt: new Date('2025-08-27T21:30:00Z'),
  shares: 24_300_000_000n,
  feed: 'sec',
  document: 'cover',
  fetchedAt: now,
  ...over,
})

describe('what a feed’s share counts mean beside the stored ones', () => {
  test('a new day is added, the same number changes nothing, also when it is known from another moment', () => {
    const row = { asOf: '2025-08-22', knownAt: fed().knownAt, shares: 24_300_000_000n, document: 'cover' }
    expect(planShares([], [fed()], now)).toEqual({ write: [row], unchanged: 0, held: [] })
    const earlier = stored({ knownAt: new Date('2025-08-27T20:40:00Z') })
    expect(planShares([earlier], [fed()], now)).toEqual({ write: [], unchanged: 1, held: [] })
  })

  test('another number of the same day is a restatement, known with its document, and not stored twice', () => {
    const later = fed({ shares: '24310000000', filed: '2025-09-02', knownAt: new Date('2025-09-02T21:30:00Z') })
    const { write } = planShares([stored()], [fed(), later], now)
    expect(write).toMatchObject([{ shares: 24_310_000_000n, knownAt: later.knownAt }])
    const both = [stored(), stored({ shares: 24_310_000_000n, knownAt: later.knownAt })]
    expect(planShares(both, [fed(), later], now)).toMatchObject({ write: [], unchanged: 1 })
  })

  test('another number under the same document became known only now', () => {
    expect(planShares([stored()], [fed({ shares: '24310000000' })], now).write).toMatchObject([{ knownAt: now }])
  })

  test('of several numbers of one moment the last is stored, so that no row meets itself', () => {
    const rows = ['24310000000', '24320000000', '24330000000'].map((shares) => fed({ shares }))
    expect(planShares([], rows, now).write).toMatchObject([{ shares: 24_330_000_000n, knownAt: fed().knownAt }])
    expect(planShares([stored()], rows, now).write).toMatchObject([{ shares: 24_330_000_000n, knownAt: now }])
  })

  test.each([
    ['none', { shares: '0' }, /can be no company/],
    ['a fraction', { shares: '24300.5' }, /no whole number/],
    ['less than none', { shares: '-24300000000' }, /no whole number/],
    ['more than there are', { shares: '24300000000000000' }, /can be no company/],
    ['thousands', { shares: '24300000' }, /not in the unit/],
    ['millions of them', { shares: '24300000000000' }, /not in the unit/],
    ['a day that is none', { asOf: '2025-02-30' }, /no date/],
    ['a day after the filing', { asOf: '2025-08-28' }, /before the day/],
    ['a moment to come', { knownAt: new Date('2027-01-01T00:00:00Z') }, /future/],
  ])('%s is held with its reason, whole', (_, over, reason) => {
    const row = fed({ asOf: '2025-08-20', ...over })
    const plan = planShares([stored({ asOf: '2025-05-23' })], [row], now)
    expect(plan).toMatchObject({ write: [], held: [{ entity: 'shares', key: row.asOf, payload: row }] })
    expect(plan.held[0]?.reason).toMatch(reason)
  })

  test('with nothing stored the odd one of a feed’s counts is held, and a split of ten for one is no other unit', () => {
    const rows = ['2460000000', '2459', '2461000000', '24530000000', '24400000000'].map((shares, i) =>
      fed({ shares, asOf: `2024-0${i + 1}-01` }),
    )
    const plan = planShares([], rows, now)
    expect(plan.held).toMatchObject([{ key: '2024-02-01' }])
    expect(plan.write.map(({ shares }) => shares)).toEqual([
      2_460_000_000n,
      2_461_000_000n,
      24_530_000_000n,
      24_400_000_000n,
    ])
  })
})
