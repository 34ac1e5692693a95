import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FeedBucket } from '@/lib/feeds/policy'
import { feedInfo } from '@/lib/feeds/registry'
import { refill, take } from '@/lib/ingest/limitBucket'

const at = (ms: number) => new Date(Date.UTC(2026, 10, 24) + ms)

describe('a bucket', () => {
  test('in no window of time gives more than its capacity and what it gains in that time, whatever the clock does', () => {
    const bucket = fc.record({
      capacity: fc.integer({ min: 1, max: 20 }),
      perSecond: fc.double({ min: 0.1, max: 10, noNaN: true }),
    })
    const steps = fc.array(fc.integer({ min: -500, max: 3_000 }), { maxLength: 200 })
    fc.assert(
      fc.property(bucket, steps, (limits: FeedBucket, waits) => {
        let state = { tokens: limits.capacity, tokensAt: at(0) }
        let now = 0
        let clock = 0
        const taken: number[] = []
        for (const wait of waits) {
          now += wait
          clock = Math.max(clock, now)
          const answer = take(state, limits, at(now))
          state = answer.state
          if (answer.taken) taken.push(clock)
          expect(state.tokens).toBeGreaterThanOrEqual(0)
          expect(state.tokens).toBeLessThanOrEqual(limits.capacity)
        }
        taken.forEach((first, i) => {
          taken.slice(i).forEach((last, more) => {
            const most = limits.capacity + ((last - first) / 1000) * limits.perSecond
            expect(more + 1).toBeLessThanOrEqual(most + 1e-6)
          })
        })
      }),
      { numRuns: 200 },
    )
  })

  test('that is empty gives the next request exactly when it has gained one', () => {
    const limits = { capacity: 2, perSecond: 0.5 }
    const empty = { tokens: 0, tokensAt: at(0) }
    expect(take(empty, limits, at(1_999)).taken).toBe(false)
    expect(take(empty, limits, at(2_000))).toEqual({ taken: true, state: { tokens: 0, tokensAt: at(2_000) } })
  })

  test('is never fuller than its capacity, and a clock that goes back takes nothing out', () => {
    const limits = { capacity: 3, perSecond: 1 }
    expect(refill({ tokens: 1, tokensAt: at(0) }, limits, at(3_600_000)).tokens).toBe(3)
    expect(refill({ tokens: 1, tokensAt: at(5_000) }, limits, at(0))).toEqual({ tokens: 1, tokensAt: at(5_000) })
  })
})

describe('the buckets of the feeds', () => {
  test('every feed has one that lets a request with its retries through at once', () => {
    for (const { id, bucket } of feedInfo) {
      expect(bucket.capacity, id).toBeGreaterThanOrEqual(3)
      expect(bucket.perSecond, id).toBeGreaterThan(0)
    }
  })

  test('the SEC never sees ten requests in a second', () => {
    const { capacity = 99, perSecond = 99 } = feedInfo.find(({ id }) => id === 'sec')?.bucket ?? {}
    expect(capacity + perSecond).toBeLessThan(10)
  })
})
