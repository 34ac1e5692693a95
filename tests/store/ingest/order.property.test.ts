import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FeedError } from '@/lib/feeds/types'
import { runRefresh } from '@/lib/ingest/refresh'
import { sessionsBetween } from '@/lib/market/sessions'
import { type FreshStore, freshStore } from '../../database/fresh'
import { bar, environmentAt, fakeFeed, newListing, storedLines } from './fixtures'

let store: FreshStore
beforeAll(async () => {
  store = await freshStore()
})
afterAll(() => store.close())

const sessions = sessionsBetween('XSHG', '2026-07-01', '2026-07-30')
const end = '2026-07-30T12:00:00Z'
const price = (i: number) => (20 + (i % 5) * 0.25 + i * 0.1).toFixed(2)
const traded = sessions.map((session, i) => bar(session, price(i), { volume: BigInt(1000 + i) }))

/** Moments at which a refresh runs, and which feeds are out of reach then. */
const step = fc.record({ at: fc.integer({ min: 1, max: sessions.length - 1 }), down: fc.integer({ min: 0, max: 2 }) })

test('the order of feeds and the chunks in which sessions come do not change what is stored', async () => {
  let slot = 0
  let reference: string[] | null = null
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 5 }),
      fc.shuffledSubarray(['a', 'b', 'c'], { minLength: 3, maxLength: 3 }),
      async (steps, order) => {
        const { id, symbol } = await newListing(store, { feedSymbols: { a: 'x', b: 'x', c: 'x' } })
        const moments = steps
          .map(({ at, down }) => ({ now: `${sessions[at]}T12:00:00Z`, down }))
          .sort((x, y) => x.now.localeCompare(y.now))
        for (const { now, down } of [...moments, { now: end, down: 0 }]) {
          const feeds = order.map((name, i) => {
            const answer = { bars: traded.filter(({ session }) => session <= now.slice(0, 10)) }
            const basis = name === 'a' ? ('split' as const) : ('raw' as const)
            const gone = new FeedError(name, 'unreachable', `${name} could not be reached`)
            return fakeFeed(name, i < down ? gone : { ...answer, basis }).feed
          })
          const run = { job: 'bars', slotId: `order:${++slot}`, trigger: 'test', symbols: [symbol] } as const
          expect((await runRefresh(environmentAt(store, now, feeds), run))?.outcome).not.toBe('failed')
        }
        const lines = await storedLines(store, id)
        expect(lines).toHaveLength(sessions.length)
        reference ??= lines
        expect(lines).toEqual(reference)
        expect(await store.sql`SELECT 1 FROM bar_revision WHERE listing_id = ${id}`).toHaveLength(0)
      },
    ),
    { numRuns: 40 },
  )
})
