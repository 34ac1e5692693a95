import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { afterFailure, noFailures, quickMs } from '@/jobs/start/restarts'

/** The waits after failures that follow each other with these uptimes, until it gives up. */
function waits(uptimesMs: readonly number[]): { delays: number[]; gaveUp: boolean } {
  const delays: number[] = []
  let state = noFailures
  for (const uptime of uptimesMs) {
    const decision = afterFailure(state, uptime)
    if (!decision.again) return { delays, gaveUp: true }
    delays.push(decision.delayMs)
    state = decision.state
  }
  return { delays, gaveUp: false }
}

describe('bringing a part up again', () => {
  test('waits twice as long each time, at most 5 s, and gives up after eight quick failures', () => {
    expect(waits(Array(12).fill(300))).toEqual({
      delays: [100, 200, 400, 800, 1600, 3200, 5000, 5000],
      gaveUp: true,
    })
  })

  test('goes on for ever with a part that runs for a while each time', () => {
    const { delays, gaveUp } = waits(Array(50).fill(quickMs))
    expect(gaveUp).toBe(false)
    expect(new Set(delays)).toEqual(new Set([100]))
  })

  test('never waits longer than 5 s and never gives up before eight failures, whatever the uptimes', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 60_000 }), { maxLength: 40 }), (uptimes) => {
        const { delays, gaveUp } = waits(uptimes)
        expect(delays.every((delay) => delay >= 100 && delay <= 5_000)).toBe(true)
        if (gaveUp) expect(delays.length).toBeGreaterThanOrEqual(8)
      }),
    )
  })
})
