import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MissingView, missingSchema } from '@/lib/api/missing/schema'
import { missingView } from '@/lib/api/missing/view'
import { lastDueSession, sessionsBetween } from '@/lib/market/sessions'
import { listingBySymbol } from '@/lib/store/listing/list'
import type { MissingSession } from '@/lib/store/missing/read'
import { writeMissing } from '@/lib/store/missing/write'
import { contextAt } from '../../database/fresh'
import { now, type SeededApi, seededApi } from './seeded'

let seeded: SeededApi
const symbol = '688256.SS'
const path = `/api/v1/listings/${symbol}/missing`
const seenAt = new Date('2026-07-24T08:00:00Z')
const ctx = contextAt('2026-07-24T08:00:00Z')

const row = (session: string, over: Partial<MissingSession> = {}): MissingSession => ({
  ...{ session, state: 'open', reason: null, askedFeeds: [], nullFeeds: [], seenAt, askedAt: null },
  ...over,
})

let id = 0
beforeAll(async () => {
  seeded = await seededApi()
  id = (await listingBySymbol(seeded.store.sql, symbol))?.id ?? 0
})
afterAll(() => seeded.store.close())

const missing = async () => missingSchema.parse(await seeded.json<MissingView>(path))

describe('missing sessions', () => {
  test('are those of the calendar since the bundled figures end, open, before any refresh', async () => {
    const { items, meta } = await missing()
    const lastDue = lastDueSession('XSHG', now, 30)
    expect(items.map(({ session }) => session)).toEqual(sessionsBetween('XSHG', '2026-07-23', lastDue))
    expect(items[0]).toEqual({
      ...{ session: '2026-07-23', state: 'open', reason: null, askedFeeds: [], nullFeeds: [] },
      ...{ seenAt: null, askedAt: null },
    })
    expect(meta).toEqual({
      ...{ symbol, trackedFrom: '2024-01-02', lastDue, complete: false, missing: items.length },
      ...{ due: sessionsBetween('XSHG', '2024-01-02', lastDue).length, stored: meta.due - items.length },
    })
  })

  test('tell what the feeds said of them, and go with their row or with their bar', async () => {
    const { sql } = seeded.store
    const said = { askedFeeds: ['yahoo', 'tencent'], nullFeeds: ['yahoo'], askedAt: seenAt }
    const asked = { state: 'permanent' as const, reason: 'halt' as const, ...said }
    // The second has a bar, so that its row says nothing any more.
    await writeMissing(sql, ctx, id, { put: [row('2026-07-23', asked), row('2026-07-22')], remove: [] })
    const { items } = await missing()
    expect(items[0]).toEqual({
      ...{ session: '2026-07-23', ...asked },
      ...{ seenAt: seenAt.toISOString(), askedAt: seenAt.toISOString() },
    })
    await writeMissing(sql, ctx, id, {
      put: [row('2026-07-24', { reason: 'feed-gap', seenAt: now })],
      remove: ['2026-07-22', '2026-07-23'],
    })
    await writeMissing(sql, ctx, id, { put: [row('2026-07-24')], remove: [] })
    const [first, second] = (await missing()).items
    expect(first).toMatchObject({ session: '2026-07-23', state: 'open', seenAt: null })
    expect(second).toMatchObject({ session: '2026-07-24', reason: null, seenAt: now.toISOString() })
  })

  test('are all accounted for when none is open, and beyond the calendar there is no verdict', async () => {
    const at = async (moment: string) => (await missingView(seeded.store, symbol, new Date(moment)))?.meta
    expect(await at('2026-07-22T09:00:00Z')).toMatchObject({ missing: 0, complete: true, lastDue: '2026-07-22' })
    expect(await at('2040-01-01T00:00:00Z')).toMatchObject({ complete: null, lastDue: null })
    await seeded.store.sql`UPDATE listing SET delisted_on = '2026-07-22' WHERE id = ${id}`
    expect((await missing()).meta).toMatchObject({ missing: 0, complete: true, lastDue: '2026-07-22' })
    await seeded.store.sql`UPDATE listing SET delisted_on = NULL WHERE id = ${id}`
  })

  test('of an unknown listing are a 404 with names like it, and a parameter is refused', async () => {
    expect(await seeded.problem('/api/v1/listings/688257.SS/missing', 404)).toMatchObject({
      near: expect.arrayContaining([symbol]),
    })
    await seeded.problem(`${path}?from=2024-01-02`, 400)
    expect(await missingView(seeded.store, 'nobody', now)).toBeNull()
  })

  test('are written by those who may', async () => {
    const writing = writeMissing(seeded.store.sql, { ...ctx, scopes: ['read'] }, id, { put: [], remove: [] })
    await expect(writing).rejects.toThrow('ingest')
  })
})
