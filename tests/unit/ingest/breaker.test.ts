import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FeedErrorClass, feedErrorClasses } from '@/lib/feeds/types'
import {
  admission,
  afterFailure,
  afterHoldBack,
  afterSuccess,
  firstOpenMs,
  longestNotBeforeMs,
  longestOpenMs,
  probeMs,
  quietAfterRateLimitMs,
} from '@/lib/ingest/breaker'
import { type FeedHealth, healthy } from '@/lib/store/feed/change'

const start = Date.parse('2026-11-24T03:00:00Z')
const at = (ms: number) => new Date(start + ms)
const failure = (errorClass: FeedErrorClass, retryAfterMs: number | null = null) => ({ errorClass, retryAfterMs })

/** The health after so many failures of a class at one moment. */
function failed(errorClass: FeedErrorClass, times: number, from: FeedHealth = healthy, ms = 0): FeedHealth {
  return Array.from({ length: times }).reduce<FeedHealth>(
    (health) => afterFailure(health, at(ms), failure(errorClass)),
    from,
  )
}

describe('the breaker', () => {
  test.each([
    ['refused', 5],
    ['unreachable', 5],
    ['not-the-format', 5],
    ['timeout', 3],
  ] as const)('opens for a minute at the nth failure in a row of %s, n = %i', (errorClass, n) => {
    const before = failed(errorClass, n - 1)
    expect(before).toMatchObject({ breaker: 'closed', failuresInARow: n - 1 })
    expect(admission(before, at(0)).answer).toEqual({ admitted: true, probe: false })
    const open = failed(errorClass, n)
    expect(open).toMatchObject({ breaker: 'open', openUntil: at(firstOpenMs), lastErrorClass: errorClass })
    expect(admission(open, at(firstOpenMs - 1)).answer).toEqual({
      admitted: false,
      until: at(firstOpenMs),
      because: 'breaker',
    })
  })

  test('a success in between begins the count anew', () => {
    const health = failed('unreachable', 4, afterSuccess(failed('unreachable', 4)))
    expect(health).toMatchObject({ breaker: 'closed', failuresInARow: 4 })
  })

  test.each(['rate-limited', 'empty', 'unknown-symbol', 'invalid-rows'] as const)(
    'a hundred times %s does not open it',
    (errorClass) => {
      expect(failed(errorClass, 100).breaker).toBe('closed')
    },
  )

  test('a rate limit neither counts nor begins the count anew', () => {
    expect(failed('rate-limited', 3, failed('unreachable', 4)).failuresInARow).toBe(4)
    expect(failed('unreachable', 1, failed('rate-limited', 3, failed('unreachable', 4))).breaker).toBe('open')
  })

  test('after its time lets exactly one through, and the others when that one has not come back in time', () => {
    const open = failed('timeout', 3)
    const first = admission(open, at(firstOpenMs))
    expect(first.answer).toEqual({ admitted: true, probe: true })
    const second = admission(first.health, at(firstOpenMs + 1))
    expect(second.answer).toMatchObject({ admitted: false, because: 'probe' })
    expect(second.health).toBe(first.health)
    expect(admission(first.health, at(firstOpenMs + probeMs)).answer).toEqual({ admitted: true, probe: true })
  })

  test('closes when the one that tried got an answer, even one that there is nothing', () => {
    const { health } = admission(failed('timeout', 3), at(firstOpenMs))
    expect(afterSuccess(health)).toEqual(healthy)
    expect(afterFailure(health, at(firstOpenMs), failure('empty'))).toEqual(healthy)
  })

  test('stays open twice as long after each failed try, up to an hour', () => {
    let health = failed('unreachable', 5)
    const lengths: number[] = []
    for (let now = 0; lengths.length < 9; ) {
      const until = health.openUntil?.getTime() ?? 0
      lengths.push(until - start - now)
      now = until - start
      health = afterFailure(admission(health, at(now)).health, at(now), failure('unreachable'))
    }
    const minute = 60_000
    expect(lengths).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60].map((minutes) => minutes * minute))
    expect(longestOpenMs).toBe(60 * minute)
  })

  test('late failures of requests sent before it opened change nothing', () => {
    const open = failed('unreachable', 5)
    expect(failed('unreachable', 4, open, 30_000)).toEqual(open)
  })

  test('someone who insists is let through at once, and counts as the one that tries', () => {
    const open = failed('unreachable', 5)
    const { health, answer } = admission(open, at(1), { insist: true })
    expect(answer).toEqual({ admitted: true, probe: true })
    expect(admission(health, at(2)).answer.admitted).toBe(false)
    expect(afterFailure(health, at(3), failure('unreachable'))).toMatchObject({
      breaker: 'open',
      openUntil: at(3 + 2 * firstOpenMs),
    })
  })

  test('a try that came to nothing through our own limits leaves it to the next at once', () => {
    const { health } = admission(failed('timeout', 3), at(firstOpenMs))
    const given = afterHoldBack(health, at(firstOpenMs + 5))
    expect(admission(given, at(firstOpenMs + 5)).answer).toEqual({ admitted: true, probe: true })
  })
})

describe('being left alone', () => {
  test('a Retry-After is kept, the longest one counts, and none is believed beyond six hours', () => {
    const long = afterFailure(healthy, at(0), failure('rate-limited', 600_000))
    expect(long).toMatchObject({ breaker: 'closed', notBefore: at(600_000) })
    expect(afterFailure(long, at(0), failure('rate-limited', 1_000)).notBefore).toEqual(at(600_000))
    expect(afterFailure(healthy, at(0), failure('unreachable', 9e9)).notBefore).toEqual(at(longestNotBeforeMs))
  })

  test('a rate limit without one means a minute, once our own retries are over', () => {
    expect(afterFailure(healthy, at(0), failure('rate-limited'), { final: false }).notBefore).toBeNull()
    expect(afterFailure(healthy, at(0), failure('rate-limited')).notBefore).toEqual(at(quietAfterRateLimitMs))
  })

  test('is respected even by someone who insists, unless it is over before a request would stop waiting', () => {
    const health = { ...healthy, notBefore: at(10_000) }
    expect(admission(health, at(0), { insist: true }).answer).toEqual({
      admitted: false,
      until: at(10_000),
      because: 'not-before',
    })
    expect(admission(health, at(0), { patienceMs: 15_000 }).answer.admitted).toBe(true)
    expect(admission(health, at(10_000)).answer.admitted).toBe(true)
  })
})

test('whatever happens, no feed is shut out for longer than an hour from the last event, and an open breaker says until when', () => {
  const event = fc.oneof(
    fc.constantFrom(...feedErrorClasses).map((errorClass) => ({ kind: 'failed' as const, errorClass })),
    fc.constant({ kind: 'answered' as const }),
    fc.constant({ kind: 'asked' as const }),
    fc.constant({ kind: 'heldBack' as const }),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(event, fc.nat({ max: 7_200_000 })), { maxLength: 60 }), (events) => {
      let health = healthy
      let now = 0
      for (const [what, wait] of events) {
        now += wait
        if (what.kind === 'asked') health = admission(health, at(now)).health
        else if (what.kind === 'answered') health = afterSuccess(health)
        else if (what.kind === 'heldBack') health = afterHoldBack(health, at(now))
        else health = afterFailure(health, at(now), failure(what.errorClass))
        expect(health.breaker === 'closed').toBe(health.openUntil === null)
      }
      expect(admission(health, at(now + longestOpenMs)).answer.admitted).toBe(true)
    }),
  )
})
