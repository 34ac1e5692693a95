import { Decimal } from 'decimal.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FeedBar } from '@/lib/feeds/types'
import { runRefresh } from '@/lib/ingest/refresh'
import { readActions } from '@/lib/store/action/read'
import { readBars } from '@/lib/store/bar/read'
import { actions, bundledBars } from '@/prisma/seed'
import { type FreshStore, freshStore } from '../../database/fresh'
import { bar, environmentAt, fakeFeed, heldRows, newListing, storeBars, storedLines } from './fixtures'

let store: FreshStore
beforeAll(async () => {
  store = await freshStore()
})
afterAll(() => store.close())

const bonus = { kind: 'split' as const, exDate: '2026-05-08', numerator: 149, denominator: 100 }
const symbol = '688256.SS'

function bundled(): FeedBar[] {
  const columns = bundledBars(symbol)
  return columns.session.map((session, i) => ({
    session,
    open: columns.open[i] ?? '',
    high: columns.high[i] ?? '',
    low: columns.low[i] ?? '',
    close: columns.close[i] ?? '',
    volume: columns.volume[i] ?? null,
  }))
}

/** As Yahoo serves it after the bonus issue: prices before it divided by 1.49 with six places, volumes times 1.49. */
function splitAdjusted(bars: readonly FeedBar[], ratio = '1.49', exDate = bonus.exDate): FeedBar[] {
  const price = (value: string) => new Decimal(value).div(ratio).toDecimalPlaces(6).toFixed()
  return bars.map((each) =>
    each.session >= exDate
      ? each
      : {
          session: each.session,
          open: price(each.open),
          high: price(each.high),
          low: price(each.low),
          close: price(each.close),
          volume: each.volume === null ? null : BigInt(new Decimal(String(each.volume)).times(ratio).toFixed(0)),
        },
  )
}

let slot = 0
const order = (listing: { symbol: string }, from: string) => ({
  job: 'bars' as const,
  slotId: `basis:${++slot}`,
  trigger: 'test',
  symbols: [listing.symbol],
  from,
})
const now = '2026-07-25T00:00:00Z'

describe('the as-traded inverse before storing', () => {
  test('the bundled series of 688256.SS, served split-adjusted, stores 0 changes when the bonus issue is known', async () => {
    const listing = await newListing(store, { trackedFrom: '2024-01-02' })
    const known = actions.filter((action) => action.symbol === symbol && action.kind === 'split')
    expect(known).toHaveLength(1)
    await storeBars(store, listing.id, bundled(), [bonus])
    const { feed } = fakeFeed('first', { bars: splitAdjusted(bundled()) })
    const result = await runRefresh(environmentAt(store, now, [feed]), order(listing, '2024-01-02'))
    expect(result?.rows).toMatchObject([{ added: 0, changed: 0, unchanged: 617, held: 0, error: null }])
  })

  test('without the bonus issue known it is refused, 1.49 is named and proposed, and nothing is stored', async () => {
    const listing = await newListing(store, { trackedFrom: '2024-01-02' })
    await storeBars(store, listing.id, bundled())
    const before = await storedLines(store, listing.id)
    const later = bar('2026-07-23', '1300')
    const { feed } = fakeFeed('first', { bars: [...splitAdjusted(bundled()), later] })
    const result = await runRefresh(environmentAt(store, now, [feed]), order(listing, '2024-01-02'))
    expect(result?.rows).toMatchObject([{ added: 0, changed: 0, error: { class: 'invalid-rows' } }])
    expect(result?.rows[0]?.error?.message).toMatch(/1\.49\b.*ex-date 2026-05-08/)
    expect(await storedLines(store, listing.id)).toEqual(before)
    expect(await heldRows(store, listing.id)).toMatchObject([
      { entity: 'action', key: '2026-05-08 split', reason: expect.stringContaining('1.49') },
    ])
  })

  test('the bonus issue announced by the feed itself is stored together with the sessions, as traded', async () => {
    const listing = await newListing(store, { trackedFrom: '2024-01-02' })
    const all = bundled()
    const stored = all.filter(({ session }) => session < '2026-05-06')
    await storeBars(store, listing.id, stored)
    const { feed } = fakeFeed('first', {
      bars: splitAdjusted(all),
      actions: [bonus, { kind: 'dividend', exDate: '2026-05-08', cash: '1.5', currency: 'CNY' }],
    })
    const result = await runRefresh(environmentAt(store, now, [feed]), order(listing, '2026-04-01'))
    expect(result?.rows).toMatchObject([{ changed: 0, newActions: 2, error: null }])
    const bars = await readBars(store.sql, listing.id)
    expect(bars.session).toEqual(all.map(({ session }) => session))
    expect(bars.close).toEqual(all.map(({ close }) => new Decimal(close).toFixed()))
    expect(bars.volume).toEqual(all.map(({ volume }) => volume))
    expect(await readActions(store.sql, listing.id)).toMatchObject([
      { kind: 'dividend', cash: '1.5', currency: 'CNY' },
      { kind: 'split', numerator: 149, denominator: 100 },
    ])
  })

  test('two splits nobody told us are refused as well, although the series has no one ratio', async () => {
    const listing = await newListing(store, { trackedFrom: '2024-01-02' })
    const all = bundled()
    await storeBars(store, listing.id, all)
    const twice = splitAdjusted(splitAdjusted(all, '10', '2025-01-02'))
    const { feed } = fakeFeed('first', { bars: twice })
    const result = await runRefresh(environmentAt(store, now, [feed]), order(listing, '2024-01-02'))
    expect(result?.rows).toMatchObject([{ added: 0, changed: 0, error: { class: 'invalid-rows' } }])
    expect(result?.rows[0]?.error?.message).toContain('14.9')
  })

  test('a known split that the feed has not applied yet is refused and not multiplied in', async () => {
    const listing = await newListing(store, { trackedFrom: '2026-07-01' })
    const bars = ['2026-07-20', '2026-07-21', '2026-07-22', '2026-07-23'].map((session) => bar(session, '100'))
    await storeBars(store, listing.id, bars, [{ kind: 'split', exDate: '2026-07-24', numerator: 2, denominator: 1 }])
    const { feed } = fakeFeed('first', { bars: [...bars, bar('2026-07-24', '51')] })
    const result = await runRefresh(environmentAt(store, now, [feed]), order(listing, '2026-07-20'))
    expect(result?.rows[0]).toMatchObject({
      added: 0,
      error: { class: 'invalid-rows', message: expect.stringContaining('0.5') },
    })
    // Before its day it is not in force.
    const early = await runRefresh(environmentAt(store, '2026-07-23T12:00:00Z', [feed]), order(listing, '2026-07-20'))
    expect(early?.rows[0]).toMatchObject({ unchanged: 4, held: 0, error: null })
  })

  test('an action the feed gives another value is held, and the known one stays', async () => {
    const listing = await newListing(store, { trackedFrom: '2026-07-01' })
    const bars = ['2026-07-20', '2026-07-21', '2026-07-22'].map((session) => bar(session, '100'))
    const known = { kind: 'dividend' as const, exDate: '2026-07-21', cash: '1.5', currency: 'CNY' }
    await storeBars(store, listing.id, bars, [known])
    const { feed } = fakeFeed('first', { bars, actions: [{ ...known, cash: '2' }] })
    const result = await runRefresh(environmentAt(store, now, [feed]), order(listing, '2026-07-20'))
    expect(result?.rows).toMatchObject([{ unchanged: 3, held: 1, error: null }])
    expect(await readActions(store.sql, listing.id)).toMatchObject([{ cash: '1.5', feed: 'bundled' }])
    expect(await heldRows(store, listing.id)).toMatchObject([
      { entity: 'action', key: '2026-07-21 dividend', reason: 'known here as 1.5, the feed says 2' },
    ])
  })

  test('prices of a feed that serves as-traded figures are kept as they are', async () => {
    const listing = await newListing(store, { trackedFrom: '2026-05-01' })
    await storeBars(store, listing.id, [], [bonus])
    const { feed } = fakeFeed('first', {
      basis: 'raw',
      bars: [bar('2026-05-07', '1868'), bar('2026-05-08', '1290.015')],
    })
    await runRefresh(environmentAt(store, now, [feed]), order(listing, '2026-05-01'))
    expect((await readBars(store.sql, listing.id)).close).toEqual(['1868', '1290.015'])
  })
})
