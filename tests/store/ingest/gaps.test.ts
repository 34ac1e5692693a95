import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { missingView } from '@/lib/api/missing/view'
import { FeedError } from '@/lib/feeds/types'
import { runRefresh } from '@/lib/ingest/refresh'
import { exchangeOf } from '@/lib/market/exchange'
import { sessionsBetween } from '@/lib/market/sessions'
import { readMissing } from '@/lib/store/missing/read'
import { type FreshStore, freshStore } from '../../database/fresh'
import { bar, environmentAt, fakeFeed, heldRows, newListing, storeBars, storedLines } from './fixtures'

let store: FreshStore
beforeAll(async () => {
  store = await freshStore()
})
afterAll(() => store.close())

// Two weeks of Shanghai; the refreshes are on Saturday 25 July 2026 and the days after.
const weeks = sessionsBetween('XSHG', '2026-07-13', '2026-07-24')
const halted = '2026-07-14'
const others = weeks.filter((session) => session !== halted)
/** Closes of 10.00 to 10.09 by the day: a price that never moves would be doubted. */
const close = (session: string) => `10.0${session.slice(-1)}`
const bars = (sessions: readonly string[]) => sessions.map((session) => bar(session, close(session)))
const lifted = (sessions: readonly string[]) => sessions.map((session) => bar(session, `${close(session)}5`))
const trackedFrom = '2026-07-13'
const saturday = '2026-07-25T00:00:00Z'
const sunday = '2026-07-26T00:00:00Z'
const monday = '2026-07-27T00:00:00Z'

let slot = 0
async function refreshed(symbol: string, feeds: Parameters<typeof environmentAt>[2], now = saturday) {
  const order = { job: 'bars' as const, slotId: `gaps:${++slot}`, trigger: 'test', symbols: [symbol] }
  const result = await runRefresh(environmentAt(store, now, feeds), order)
  if (!result) throw new Error('not elected')
  return result
}

const missing = async (id: number) =>
  (await readMissing(store.sql, id)).map(({ session, state, reason }) => `${session} ${state} ${reason}`)

describe('after a refresh', () => {
  test('a halt that the feed lists without a price is known-missing with its reason', async () => {
    const { id, symbol } = await newListing(store, { trackedFrom, feedSymbols: { first: 'x' } })
    const { feed } = fakeFeed('first', { bars: bars(others), nullSessions: [halted] })
    await refreshed(symbol, [feed])
    expect(await readMissing(store.sql, id)).toEqual([
      {
        ...{ session: halted, state: 'permanent', reason: 'halt', askedFeeds: ['first'], nullFeeds: ['first'] },
        ...{ seenAt: new Date(saturday), askedAt: new Date(saturday) },
      },
    ])
    expect((await missingView(store, symbol, new Date(saturday)))?.meta).toMatchObject({
      ...{ lastDue: '2026-07-24', due: 10, stored: 9, missing: 1, complete: true },
    })
  })

  test('what the first feed leaves out is filled by the second in the same refresh, which writes nothing else', async () => {
    const { id, symbol } = await newListing(store, { trackedFrom })
    const first = fakeFeed('first', { bars: bars(others) })
    const second = fakeFeed('second', { bars: lifted(weeks) })
    const { rows } = await refreshed(symbol, [first.feed, second.feed])
    expect(rows.map(({ feed, added, changed }) => [feed, added, changed])).toEqual([
      ['first', 9, 0],
      ['second', 1, 0],
    ])
    expect(await missing(id)).toEqual([])
    const feeds = await store.sql`SELECT session, feed FROM bar WHERE listing_id = ${id} AND feed <> 'first'`
    expect(feeds).toEqual([{ session: halted, feed: 'second' }])
    expect(await store.sql`SELECT 1 FROM bar_revision WHERE listing_id = ${id}`).toHaveLength(0)
  })

  test('an old gap is asked for on the next day, once a day, one further feed a refresh, until all were asked', async () => {
    const feedSymbols = { first: 'x', second: 'x', third: 'x' }
    const { id, symbol } = await newListing(store, { trackedFrom, feedSymbols })
    await storeBars(store, id, bars(others))
    // Corrections of sessions that are only read to reach the gap are left alone.
    const first = fakeFeed('first', { bars: [...lifted(others.slice(0, 4)), ...bars(others.slice(4))] })
    const [second, third] = [fakeFeed('second', { bars: bars(others) }), fakeFeed('third', { bars: bars(others) })]
    const feeds = [first.feed, second.feed, third.feed]
    const untouched = await storedLines(store, id)
    const counts = () => [first, second, third].map(({ asked }) => asked.length)

    await refreshed(symbol, feeds)
    expect(first.asked[0]?.from).toBe('2026-07-20')
    expect(counts()).toEqual([1, 0, 0])
    expect(await missing(id)).toEqual([`${halted} open null`])

    await refreshed(symbol, feeds)
    // From a day before it on: only who has the days around it leaves it out knowingly.
    expect(first.asked[1]?.from).toBe('2026-07-13')
    expect(counts()).toEqual([2, 1, 0])
    expect(await missing(id)).toEqual([`${halted} open halt`])

    await refreshed(symbol, feeds)
    expect(first.asked[2]?.from).toBe('2026-07-20')
    expect(counts()).toEqual([3, 1, 0])

    await refreshed(symbol, feeds, sunday)
    expect(first.asked[3]?.from).toBe('2026-07-13')
    expect(counts()).toEqual([4, 1, 1])
    expect(await missing(id)).toEqual([`${halted} permanent halt`])

    await refreshed(symbol, feeds, monday)
    expect(first.asked[4]?.from).toBe('2026-07-20')
    expect(counts()).toEqual([5, 1, 1])
    expect(await store.sql`SELECT 1 FROM bar_revision WHERE listing_id = ${id}`).toHaveLength(0)
    expect(await storedLines(store, id)).toEqual(untouched)
  })

  test('a gap is a gap of the feeds when one of them does not know the listing', async () => {
    const { id, symbol } = await newListing(store, { trackedFrom })
    const first = fakeFeed('first', { bars: bars(others) })
    const second = fakeFeed('second', new FeedError('second', 'unknown-symbol', 'never heard of it'))
    await refreshed(symbol, [first.feed, second.feed])
    expect(await missing(id)).toEqual([`${halted} permanent feed-gap`])
  })

  test('a feed that fails has not spoken: the session stays open and is asked for again', async () => {
    const { id, symbol } = await newListing(store, { trackedFrom })
    const first = fakeFeed('first', { bars: bars(others) })
    const second = fakeFeed('second', new FeedError('second', 'timeout', 'silent'))
    await refreshed(symbol, [first.feed, second.feed])
    expect(await readMissing(store.sql, id)).toMatchObject([{ session: halted, state: 'open', askedFeeds: ['first'] }])
    await refreshed(symbol, [first.feed, second.feed], sunday)
    expect(second.asked).toHaveLength(2)
  })

  test('that failed altogether the sessions are open, and a bar that comes later takes its row away', async () => {
    const { id, symbol } = await newListing(store, { trackedFrom })
    await storeBars(store, id, bars(weeks.slice(0, 8)))
    const { feed } = fakeFeed('first', new FeedError('first', 'unreachable', 'no route'))
    expect(await refreshed(symbol, [feed])).toMatchObject({ outcome: 'failed' })
    expect(await missing(id)).toEqual(['2026-07-23 open null', '2026-07-24 open null'])
    expect((await missingView(store, symbol, new Date(saturday)))?.meta).toMatchObject({ complete: false, missing: 2 })
    await refreshed(symbol, [fakeFeed('first', { bars: bars(weeks) }).feed])
    expect(await missing(id)).toEqual([])
  })

  test('when no feed has the newest sessions they stay open, however often they are asked for', async () => {
    const { id, symbol } = await newListing(store, { trackedFrom })
    const early = bars(weeks.slice(0, 8))
    const feeds = ['first', 'second'].map((name) => fakeFeed(name, { bars: early }).feed)
    for (const now of [saturday, sunday, monday]) await refreshed(symbol, feeds, now)
    expect(await missing(id)).toEqual(['2026-07-23 open null', '2026-07-24 open null'])
  })

  test('sessions before the listing are not-listed, from its date or from the first session any feed has', async () => {
    const [listed, unknown] = [
      await newListing(store, { trackedFrom, listedOn: '2026-07-15', feedSymbols: { first: 'x' } }),
      await newListing(store, { trackedFrom, listedOn: null, feedSymbols: { first: 'x' } }),
    ]
    const { feed } = fakeFeed('first', { bars: bars(weeks.slice(2)) })
    for (const { id, symbol } of [listed, unknown]) {
      await refreshed(symbol, [feed])
      expect(await missing(id)).toEqual(['2026-07-13 permanent not-listed', '2026-07-14 permanent not-listed'])
    }
  })

  test('a session whose bar is held back stays open, and no other feed covers it up', async () => {
    const { id, symbol } = await newListing(store, { trackedFrom })
    const first = fakeFeed('first', { bars: [...bars(others), bar(halted, '10', { low: '11', high: '12' })] })
    const second = fakeFeed('second', { bars: bars(weeks) })
    await refreshed(symbol, [first.feed, second.feed])
    expect(await missing(id)).toEqual([`${halted} open null`])
    expect(second.asked).toEqual([])
    expect((await heldRows(store, id)).map(({ key }) => key)).toEqual([halted])
  })

  test('promise 4: beyond the calendar nothing is called missing', async () => {
    const { knownUntil } = exchangeOf('XSHG')
    const tracked = `${knownUntil.slice(0, 8)}25`
    const known = sessionsBetween('XSHG', tracked, knownUntil)
    const { id, symbol } = await newListing(store, { trackedFrom: tracked })
    const now = `${Number(knownUntil.slice(0, 4)) + 1}-03-01T00:00:00Z`
    await storeBars(store, id, bars(known))
    await refreshed(symbol, [fakeFeed('first', { bars: bars(known) }).feed], now)
    expect(await missing(id)).toEqual([])
    expect((await missingView(store, symbol, new Date(now)))?.meta).toEqual({
      ...{ symbol, trackedFrom: tracked, lastDue: null, complete: null },
      ...{ due: known.length, stored: known.length, missing: 0 },
    })
  })

  test('an answer that is refused leaves its sessions open, and its gaps unsaid', async () => {
    const { id, symbol } = await newListing(store, { trackedFrom, feedSymbols: { first: 'x' } })
    await storeBars(store, id, bars(others))
    await refreshed(symbol, [
      fakeFeed('first', { bars: others.map((session) => bar(session, '20.00')), nullSessions: [halted] }).feed,
    ])
    await refreshed(symbol, [fakeFeed('first', { bars: bars(others), currency: 'USD' }).feed])
    expect(await missing(id)).toEqual([`${halted} open null`])
  })
})
