import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FeedError } from '@/lib/feeds/types'
import { assertFillable, BackfillRangeError } from '@/lib/ingest/backfill'
import { runRefresh } from '@/lib/ingest/refresh'
import { exchangeOf } from '@/lib/market/exchange'
import { sessionsBetween } from '@/lib/market/sessions'
import { readBars } from '@/lib/store/bar/read'
import { listingBySymbol } from '@/lib/store/listing/list'
import { type FreshStore, freshStore } from '../../database/fresh'
import { bar, environmentAt, fakeFeed, newListing, storeBars, storedLines } from './fixtures'

let store: FreshStore
beforeAll(async () => {
  store = await freshStore()
})
afterAll(() => store.close())

const now = '2026-07-25T00:00:00Z'
const first = '2024-01-02'
const sessions = sessionsBetween('XSHG', first, '2026-07-24')
/** A series that wanders slowly and never stands still. */
const bars = sessions.map((session, i) => bar(session, (50 + (i % 90) / 10).toFixed(2), { volume: BigInt(1000 + i) }))

let slot = 0
const order = (symbol: string, from?: string, onProgress?: (text: string) => void) => ({
  job: 'bars' as const,
  slotId: `backfill:${++slot}`,
  trigger: 'test',
  symbols: [symbol],
  ...(from === undefined ? {} : { from }),
  ...(onProgress === undefined
    ? {}
    : {
        onProgress: ({ next, done, total }: { next: string | null; done: number; total: number }) =>
          onProgress(`${next} ${done}/${total}`),
      }),
})
const trackedFrom = async (symbol: string) => (await listingBySymbol(store.sql, symbol))?.trackedFrom

describe('a backfill', () => {
  test('of a new listing asks for a year at a time, the newest first, each joined to the stored one, with progress', async () => {
    const { id, symbol } = await newListing(store, { trackedFrom: first })
    const { feed, asked } = fakeFeed('first', { basis: 'raw', bars })
    const progress: string[] = []
    const result = await runRefresh(
      environmentAt(store, now, [feed]),
      order(symbol, undefined, (text) => progress.push(text)),
    )
    expect(result).toMatchObject({ outcome: 'succeeded' })
    expect(asked).toEqual([
      { from: '2026-01-01', to: '2026-07-25' },
      { from: '2025-01-01', to: '2026-01-09' },
      { from: first, to: '2025-01-08' },
    ])
    expect(progress).toEqual([`${symbol} 2026 0/3`, `${symbol} 2025 1/3`, `${symbol} 2024 2/3`, 'null 3/3'])
    expect((await readBars(store.sql, id)).session).toEqual(sessions)
    expect(await trackedFrom(symbol)).toBe(first)
    const again = await runRefresh(environmentAt(store, now, [feed]), order(symbol))
    expect(again?.rows).toMatchObject([{ added: 0, changed: 0, unchanged: 5 }])
  })

  test('to an earlier start than tracked moves trackedFrom back year by year, and is refused where its basis is another', async () => {
    const { id, symbol } = await newListing(store, { trackedFrom: '2026-01-05' })
    await storeBars(
      store,
      id,
      bars.filter(({ session }) => session >= '2026-01-05'),
    )
    const twice = bars.map((each) =>
      each.session < '2025-06-02' ? each : bar(each.session, String(Number(each.close) / 2)),
    )
    const { feed } = fakeFeed('first', { basis: 'raw', bars: twice })
    const refusal = await runRefresh(environmentAt(store, now, [feed]), order(symbol, first))
    expect(refusal?.rows[0]).toMatchObject({
      added: 0,
      error: { class: 'invalid-rows', message: expect.stringContaining('are 2 times') },
    })
    expect(await trackedFrom(symbol)).toBe('2026-01-05')
    const { feed: right } = fakeFeed('first', { basis: 'raw', bars })
    await runRefresh(environmentAt(store, now, [right]), order(symbol, '2025-03-03'))
    expect(await trackedFrom(symbol)).toBe('2025-03-03')
    expect((await readBars(store.sql, id)).session[0]).toBe('2025-03-03')
  })

  test('that was broken off goes on where it was and ends like one that was not', async () => {
    const whole = await newListing(store, { trackedFrom: first })
    const broken = await newListing(store, { trackedFrom: first })
    const { feed } = fakeFeed('first', { basis: 'raw', bars })
    await runRefresh(environmentAt(store, now, [feed]), order(whole.symbol))
    let asks = 0
    const failing = fakeFeed('first', () =>
      ++asks === 2 ? new FeedError('first', 'timeout', 'silent') : { basis: 'raw', bars },
    )
    const result = await runRefresh(environmentAt(store, now, [failing.feed]), order(broken.symbol))
    expect(result?.rows.map(({ added, error }) => [added > 0, error?.class ?? null])).toContainEqual([false, 'timeout'])
    expect((await readBars(store.sql, broken.id)).session[0]).toBe('2026-01-05')
    expect(failing.asked).toEqual([
      { from: '2026-01-01', to: '2026-07-25' },
      { from: '2025-01-01', to: '2026-01-09' },
    ])
    const { feed: back, asked } = fakeFeed('first', { basis: 'raw', bars })
    await runRefresh(environmentAt(store, now, [back]), order(broken.symbol))
    expect(asked[0]).toEqual({ from: '2025-01-01', to: '2026-01-09' })
    expect(await storedLines(store, broken.id)).toEqual(await storedLines(store, whole.id))
  })

  test('of years before the first bar of every feed ends with trackedFrom at that bar, and is not tried again', async () => {
    const { id, symbol } = await newListing(store, { trackedFrom: first })
    const { feed, asked } = fakeFeed('first', {
      basis: 'raw',
      bars: bars.filter(({ session }) => session >= '2026-03-02'),
    })
    await runRefresh(environmentAt(store, now, [feed]), order(symbol))
    expect(await trackedFrom(symbol)).toBe('2026-03-02')
    // Stored and missing sessions make up what is tracked, at once.
    expect(await store.sql`SELECT 1 FROM missing_session WHERE listing_id = ${id}`).toHaveLength(0)
    const before = asked.length
    await runRefresh(environmentAt(store, now, [feed]), order(symbol))
    expect(asked).toHaveLength(before + 1)
  })

  test('never begins before the listing, nor before the calendar', async () => {
    const { symbol } = await newListing(store, { trackedFrom: '2026-01-05', listedOn: '2025-11-03' })
    const { feed, asked } = fakeFeed('first', { basis: 'raw', bars })
    await runRefresh(environmentAt(store, now, [feed]), order(symbol, first))
    expect(asked.at(-1)?.from).toBe('2025-11-03')
    const { knownFrom } = exchangeOf('XSHG')
    const listing = { symbol, mic: 'XSHG', listedOn: null }
    expect(() => assertFillable(listing, '1999-01-04')).toThrow(BackfillRangeError)
    expect(() => assertFillable(listing, '1999-01-04')).toThrow(`begins on ${knownFrom}`)
    expect(() => assertFillable({ ...listing, listedOn: '2025-11-03' }, '1999-01-04')).not.toThrow()
  })
})
