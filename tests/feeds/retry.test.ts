import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { feedPolicies, longestRetryAfterMs } from '@/lib/feeds/policy'
import { waitBeforeRetry, withRetry } from '@/lib/feeds/shared/retry'
import { retryAfterMs } from '@/lib/feeds/shared/retryAfter'
import { FeedError, feedErrorClasses } from '@/lib/feeds/types'
import { testContext } from './context'

const error = (errorClass: (typeof feedErrorClasses)[number], retryAfter: number | null = null) =>
  new FeedError('test', errorClass, 'broken', retryAfter)

describe('waits', () => {
  test('for every class there are at most two retries, and answers that nothing is there get none', () => {
    for (const errorClass of feedErrorClasses) {
      expect(waitBeforeRetry(error(errorClass), 3, Math.random)).toBeNull()
    }
    for (const errorClass of ['empty', 'unknown-symbol', 'refused', 'invalid-rows'] as const) {
      expect(waitBeforeRetry(error(errorClass), 1, Math.random)).toBeNull()
    }
  })

  test('double, spread over their upper half', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (spread) => {
        const { waitMs } = feedPolicies.unreachable
        const [first = 0, second = 0] = [1, 2].map((n) => waitBeforeRetry(error('unreachable'), n, () => spread))
        expect(first).toBeGreaterThanOrEqual(waitMs / 2)
        expect(first).toBeLessThanOrEqual(waitMs)
        expect(Math.abs((second ?? 0) - 2 * (first ?? 0))).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('are never shorter than Retry-After, and there is none beyond the cap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 * longestRetryAfterMs }), (asked) => {
        const wait = waitBeforeRetry(error('rate-limited', asked), 1, Math.random)
        if (asked > longestRetryAfterMs) expect(wait).toBeNull()
        else expect(wait).toBeGreaterThanOrEqual(asked)
      }),
    )
  })
})

describe('Retry-After', () => {
  const now = new Date('2026-08-10T12:00:00Z')
  test.each([
    ['120', 120_000],
    [' 0 ', 0],
    ['Mon, 10 Aug 2026 12:01:00 GMT', 60_000],
    ['Mon, 10 Aug 2026 11:00:00 GMT', 0],
    ['-5', null],
    ['1.5', null],
    ['soon', null],
    ['', null],
    [null, null],
  ])('%j is %j ms', (header, expected) => {
    expect(retryAfterMs(header, now)).toBe(expected)
  })
})

describe('a real wait', () => {
  const failing = async () => {
    throw error('rate-limited', 20_000)
  }

  test('ends with the reason of the caller when it gives up meanwhile', async () => {
    const control = new AbortController()
    const { ctx } = testContext(null, { sleep: undefined, signal: control.signal })
    const waiting = withRetry(ctx, failing)
    setTimeout(() => control.abort(new Error('shutting down')), 20)
    await expect(waiting).rejects.toThrow('shutting down')
  })

  test('does not happen after an error that is no failure of a feed', async () => {
    const { ctx, waits } = testContext(null)
    const broken = async () => {
      throw new TypeError('a fault of ours')
    }
    await expect(withRetry(ctx, broken)).rejects.toThrow('a fault of ours')
    expect(waits).toEqual([])
  })
})
