import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeBars } from '@/lib/store/bar/write'
import { listingBySymbol } from '@/lib/store/listing/list'
import { contextAt, type FreshStore } from '../database/fresh'
import { seriesVersion } from '../database/seriesVersion'
import { seededApi } from './api/seeded'

let store: FreshStore
let id: number
let other: number
beforeAll(async () => {
  store = (await seededApi()).store
  id = (await listingBySymbol(store.sql, 'NVDA'))?.id ?? 0
  other = (await listingBySymbol(store.sql, '688256.SS'))?.id ?? 0
})
afterAll(() => store.close())

test('the version of a series moves with every change of its bars and actions, whoever makes it, and of no other series', async () => {
  const still = await seriesVersion(store.sql, other)
  let before = await seriesVersion(store.sql, id)
  expect(before > 0n).toBe(true)
  const moved = async (change: PromiseLike<unknown>) => {
    await change
    const after = await seriesVersion(store.sql, id)
    const greater = after > before
    before = after
    return greater
  }
  const { sql } = store
  const listing = id
  expect(await moved(sql`UPDATE bar SET close = close WHERE listing_id = ${listing} AND session = '2025-08-21'`)).toBe(
    true,
  )
  expect(await moved(sql`UPDATE bar SET close = close WHERE listing_id = ${listing} AND session = '1999-01-04'`)).toBe(
    false,
  )
  const bar = { session: '2026-11-20', open: '1', high: '1', low: '1', close: '1', volume: 1n, settled: true }
  const ctx = contextAt('2026-11-24T00:00:00Z')
  const source = { feed: 'yahoo', feedSymbol: 'NVDA', fetchedAt: ctx.now }
  const write = () => writeBars(sql, ctx, listing, [{ ...bar, asOf: ctx.now }], source)
  expect(await moved(write())).toBe(true)
  expect(await moved(write())).toBe(false)
  expect(await moved(sql`DELETE FROM bar WHERE listing_id = ${listing} AND session = '2026-11-20'`)).toBe(true)
  expect(
    await moved(sql`
      INSERT INTO corporate_action (listing_id, ex_date, kind, ratio_numerator, ratio_denominator, feed, fetched_at)
      VALUES (${listing}, '2026-11-20', 'split', 2, 1, 'test', now())`),
  ).toBe(true)
  expect(
    await moved(
      sql`UPDATE corporate_action SET ratio_numerator = 3 WHERE listing_id = ${listing} AND ex_date = '2026-11-20'`,
    ),
  ).toBe(true)
  expect(await moved(sql`DELETE FROM corporate_action WHERE listing_id = ${listing} AND ex_date = '2026-11-20'`)).toBe(
    true,
  )
  expect(await seriesVersion(sql, other)).toBe(still)
  expect(await seriesVersion(sql, 999_999)).toBe(0n)
})
