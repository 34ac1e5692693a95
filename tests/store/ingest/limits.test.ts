import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FeedBucket } from '@/lib/feeds/policy'
import { FeedError, FeedHeldBack } from '@/lib/feeds/types'
import { take } from '@/lib/ingest/limitBucket'
import { feedLimits, type LimitOptions } from '@/lib/ingest/limits'
import { openStore, type Store } from '@/lib/store/connection/store'
import { readFeedState } from '@/lib/store/feed/state'
import { takeToken } from '@/lib/store/feed/takeToken'
import { contextAt, type FreshStore, freshStore } from '../../database/fresh'

let store: FreshStore
let other: Store
beforeAll(async () => {
  store = await freshStore()
  other = openStore(store.url)
})
afterAll(async () => {
  await other.close()
  await store.close()
})

let number = 0
const newFeed = () => `feed-${++number}`
const start = Date.parse('2026-11-24T03:00:00Z')
const at = (ms: number) => contextAt(new Date(start + ms).toISOString())

describe('the bucket in the store', () => {
  test('of many takers at two connections at one moment, as many as the bucket holds get a request and the rest are told when', async () => {
    const feed = newFeed()
    const bucket = { capacity: 7, perSecond: 2 }
    const takers = Array.from({ length: 40 }, (_, i) => takeToken((i % 2 ? store : other).sql, at(0), feed, bucket))
    const answers = await Promise.all(takers)
    expect(answers.filter(({ taken }) => taken)).toHaveLength(7)
    for (const answer of answers.filter(({ taken }) => !taken))
      expect(answer).toEqual({ taken: false, because: 'bucket', from: new Date(start + 500) })
    expect((await readFeedState(store.sql, feed))?.tokens).toBe(0)
  })

  test('takers whose clocks differ never get more in all than it held and gained', async () => {
    const feed = newFeed()
    const bucket = { capacity: 5, perSecond: 3 }
    const takers = Array.from({ length: 60 }, (_, i) =>
      takeToken((i % 2 ? store : other).sql, at((i * 97) % 4_000), feed, bucket),
    )
    const taken = (await Promise.all(takers)).filter((answer) => answer.taken).length
    expect(taken).toBeGreaterThanOrEqual(5)
    expect(taken).toBeLessThanOrEqual(5 + 4 * 3)
  })

  test('gives what the pure bucket gives, step by step', async () => {
    const bucket = fc.record({
      capacity: fc.integer({ min: 1, max: 6 }),
      perSecond: fc.constantFrom(0.25, 0.5, 1, 2, 8),
    })
    const waits = fc.array(fc.integer({ min: -300, max: 2_500 }), { minLength: 1, maxLength: 15 })
    await fc.assert(
      fc.asyncProperty(bucket, waits, async (limits: FeedBucket, steps) => {
        const feed = newFeed()
        await takeToken(store.sql, at(0), feed, limits)
        let { state } = take({ tokens: limits.capacity, tokensAt: at(0).now }, limits, at(0).now)
        let now = 0
        for (const wait of steps) {
          now += wait
          const pure = take(state, limits, at(now).now)
          const stored = await takeToken(store.sql, at(now), feed, limits)
          expect(stored.taken).toBe(pure.taken)
          state = pure.state
          const { tokens = -1, tokensAt } = (await readFeedState(store.sql, feed)) ?? {}
          expect(tokens).toBeCloseTo(state.tokens, 6)
          expect(tokensAt).toEqual(state.tokensAt)
        }
      }),
      { numRuns: 25 },
    )
  })
})

const bucket = { capacity: 100, perSecond: 100 }
const limitsOf = (over: Partial<LimitOptions> = {}) =>
  feedLimits({
    store,
    actor: 'test',
    clock: () => new Date(start),
    infoOf: (feed) => ({ name: `Feed ${feed}`, bucket }),
    ...over,
  })
const real = { clock: () => new Date() }

describe('a request', () => {
  test('waits for its turn, no longer than until there is one', async () => {
    const feed = newFeed()
    const limits = limitsOf({ ...real, infoOf: () => ({ name: 'Slow', bucket: { capacity: 1, perSecond: 5 } }) })
    const began = performance.now()
    for (let i = 0; i < 4; i++) await limits.beforeRequest(feed, 'X')
    const took = performance.now() - began
    expect(took).toBeGreaterThan(590)
    expect(took).toBeLessThan(3_000)
  })

  test('whose turn is too far off is held back at once, as rate-limited by ourselves', async () => {
    const feed = newFeed()
    const limits = limitsOf({ ...real, infoOf: () => ({ name: 'Slow', bucket: { capacity: 1, perSecond: 0.01 } }) })
    await limits.beforeRequest(feed, 'X')
    const held = await limits.beforeRequest(feed, 'NVDA').catch((error: unknown) => error)
    expect(held).toBeInstanceOf(FeedHeldBack)
    expect(held).toMatchObject({
      errorClass: 'rate-limited',
      message: expect.stringContaining('Slow was not asked for NVDA: its share'),
    })
  })

  test('that waits ends with the reason of the signal', async () => {
    const feed = newFeed()
    const limits = limitsOf({ ...real, infoOf: () => ({ name: 'Slow', bucket: { capacity: 1, perSecond: 0.1 } }) })
    await limits.beforeRequest(feed, 'X')
    const control = new AbortController()
    const waiting = limits.beforeRequest(feed, 'X', control.signal)
    const reason = new Error('told to stop')
    setTimeout(() => control.abort(reason), 50)
    await expect(waiting).rejects.toBe(reason)
  })
})

describe('the breaker in the store', () => {
  const down = (feed: string) => new FeedError(feed, 'unreachable', 'down')
  const fail = async (limits: ReturnType<typeof limitsOf>, feed: string, times: number) => {
    for (let i = 0; i < times; i++) {
      await limits.enter(feed, 'X')
      await limits.settle(feed, down(feed))
    }
  }

  test('opened by one process keeps another out, and one that starts later', async () => {
    const feed = newFeed()
    await fail(limitsOf(), feed, 5)
    const held = await limitsOf({ store: other })
      .enter(feed, 'NVDA')
      .catch((error: unknown) => error)
    expect(held).toMatchObject({
      errorClass: 'unreachable',
      message: `Feed ${feed} was not asked for NVDA: its breaker is open until 2026-11-24T03:01:00Z, after 5 failures in a row (the last: unreachable)`,
    })
  })

  test('after its time lets one of ten through, and closes when that one got an answer', async () => {
    const feed = newFeed()
    await fail(limitsOf(), feed, 5)
    const clock = () => new Date(start + 60_000)
    const workers = Array.from({ length: 10 }, (_, i) => limitsOf({ clock, store: i % 2 ? store : other }))
    const entered = await Promise.allSettled(workers.map((limits) => limits.enter(feed, 'X')))
    const through = workers.filter((_, i) => entered[i]?.status === 'fulfilled')
    expect(through).toHaveLength(1)
    await through[0]?.settle(feed, null)
    expect(await readFeedState(store.sql, feed)).toMatchObject({
      breaker: 'closed',
      failuresInARow: 0,
      openUntil: null,
    })
    await Promise.all(workers.map((limits) => limits.enter(feed, 'X')))
  })

  test('lets a person through once, whose failure opens it for longer', async () => {
    const feed = newFeed()
    await fail(limitsOf(), feed, 5)
    const person = limitsOf({ insist: true })
    await person.enter(feed, 'X')
    await person.settle(feed, down(feed))
    await expect(person.enter(feed, 'Y')).rejects.toThrow('open until 2026-11-24T03:02:00Z, after 6 failures')
  })

  test('counts a request and its retry each once', async () => {
    const feed = newFeed()
    const limits = limitsOf()
    await limits.enter(feed, 'X')
    const first = down(feed)
    await limits.retrying(first)
    await limits.settle(feed, first)
    expect((await readFeedState(store.sql, feed))?.failuresInARow).toBe(1)
  })

  test('a Retry-After holds every worker back and opens nothing', async () => {
    const feed = newFeed()
    const limits = limitsOf()
    await limits.enter(feed, 'X')
    await limits.settle(feed, new FeedError(feed, 'rate-limited', 'slow down', 600_000))
    expect(await readFeedState(store.sql, feed)).toMatchObject({ breaker: 'closed', failuresInARow: 0 })
    const said = 'it limited our rate and is left alone until 2026-11-24T03:10:00Z'
    await expect(limitsOf({ store: other }).enter(feed, 'X')).rejects.toThrow(said)
    await expect(limitsOf({ insist: true }).enter(feed, 'X')).rejects.toThrow(said)
    await limitsOf({ clock: () => new Date(start + 600_000) }).enter(feed, 'X')
  })
})
