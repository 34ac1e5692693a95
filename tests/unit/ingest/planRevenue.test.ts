import { describe, expect, test } from 'vitest'
import type { FeedRevenue } from '@/lib/feeds/types'
import { planRevenue } from '@/lib/ingest/planRevenue'
import type { StoredRevenue } from '@/lib/store/revenue/read'

const now = new Date('2026-11-01T00:00:00Z')

const fed = (over: Partial<FeedRevenue> = {}): FeedRevenue => ({
  label: '2025-Q2',
  periodStart: '2025-04-01',
  periodEnd: '2025-06-30',
  value: '1769244544.29',
  currency: 'CNY',
  filed: '2025-08-27',
  knownAt: new Date('2025-08-27T16:00:00Z'),
  derived: true,
  precision: 'exact (2880643471.09 of the year to date less 1111398926.8)',
  document: 'RPT 688256 2025-06-30',
  ...over,
})

const stored = (over: Partial<StoredRevenue> = {}): StoredRevenue => ({
  topic: 'cambricon',
  topicZh: '寒武纪',
  label: '2025-Q2',
  start: '2025-04-01',
  end: '2025-06-30',
  value: '1769244544.29',
  currency: 'CNY',
  filed: '2025-08-27',
  knownAt: new Date('2025-08-26T10:00:00Z'),
  derived: false,
  precision: 'exact',
  feed: 'bundled',
  document: 'report',
  fetchedAt: now,
  ...over,
})

describe('what a feed’s revenue means beside the stored figures', () => {
  test('the same value changes nothing, whatever else the feed says of it', () => {
    expect(planRevenue([stored()], [fed()], now)).toEqual({ write: [], added: 0, changed: 0, unchanged: 1, held: [] })
  })

  test('a figure told inexactly is replaced in place by the exact one, known since the same moment', () => {
    const rough = stored({ value: '1769000000', precision: 'rounded to 4 significant figures' })
    const plan = planRevenue([rough], [fed()], now)
    expect(plan).toMatchObject({ added: 0, changed: 1, unchanged: 0 })
    expect(plan.write).toMatchObject([{ value: '1769244544.29', knownAt: rough.knownAt, precision: fed().precision }])
  })

  test('an inexact figure is not the same one when the exact one is far off: that is a restatement', () => {
    const rough = stored({ value: '1900000000', precision: 'rounded to 2 significant figures' })
    expect(planRevenue([rough], [fed()], now)).toMatchObject({ added: 1, changed: 0 })
  })

  test('a rounded figure of a feed does not replace a rounded one', () => {
    const rough = stored({ value: '1769000000', precision: 'rounded to 4 significant figures' })
    const plan = planRevenue([rough], [fed({ value: '1770000000', precision: 'rounded' })], now)
    expect(plan).toMatchObject({ changed: 0, added: 1 })
  })

  test('another value with a later document is a restatement, known since that document', () => {
    const later = fed({ value: '1770000000', filed: '2026-08-08', knownAt: new Date('2026-08-08T16:00:00Z') })
    const plan = planRevenue([stored()], [later], now)
    expect(plan).toMatchObject({ added: 1, changed: 0, unchanged: 0 })
    expect(plan.write).toMatchObject([{ value: '1770000000', knownAt: later.knownAt }])
  })

  test('another value under the same document became known only now, and never before the stored one', () => {
    const plan = planRevenue([stored()], [fed({ value: '1770000000' })], now)
    expect(plan.write).toMatchObject([{ value: '1770000000', knownAt: now }])
  })

  test('a restatement is not stored twice', () => {
    const later = fed({ value: '1770000000', filed: '2026-08-08', knownAt: new Date('2026-08-08T16:00:00Z') })
    const restated = stored({ value: '1770000000', knownAt: later.knownAt, filed: later.filed })
    expect(planRevenue([restated], [fed(), later], now).write).toEqual([])
    expect(planRevenue([stored()], [fed(), later], now).write).toMatchObject([{ value: '1770000000' }])
  })

  test('a quarter that is not stored is added with every version of it', () => {
    const later = fed({ value: '1770000000', filed: '2026-08-08', knownAt: new Date('2026-08-08T16:00:00Z') })
    expect(planRevenue([], [fed(), later], now)).toMatchObject({ added: 2, write: [fed(), later] })
  })

  test.each([
    ['a label that is none', { label: 'Q2 2025' }],
    ['another currency', { currency: 'USD' }],
    ['a value that is no number', { value: '-5' }],
    ['a period back to front', { periodStart: '2025-07-01' }],
    ['a moment to come', { knownAt: new Date('2027-01-01T00:00:00Z') }],
  ])('%s is held', (_, over) => {
    const plan = planRevenue([stored()], [fed({ value: '1', ...over })], now)
    expect(plan.write).toEqual([])
    expect(plan.held).toHaveLength(1)
  })
})
