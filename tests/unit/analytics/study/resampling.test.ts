import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bootstrapBand } from '@/lib/analytics/eventStudy/bootstrap'
import { fitModel } from '@/lib/analytics/eventStudy/model'
import { placeboTest } from '@/lib/analytics/eventStudy/placebo'
import { windowTest } from '@/lib/analytics/eventStudy/window'
import { seededRandom } from '@/lib/analytics/random'
import { isRefusal } from '@/lib/analytics/refusal'

const options = { seed: 7, resamples: 999, block: 5, confidence: 0.95 }

/** Standard normal numbers by Box and Muller. */
function normals(count: number, seed: number): Float64Array {
  const random = seededRandom(seed)
  return Float64Array.from(
    { length: count },
    () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
  )
}

function series(seed: number) {
  const market = normals(252, seed).map((z) => 0.01 * z)
  const firm = normals(252, seed + 1).map((z, i) => 0.0005 + 1.2 * (market[i] ?? 0) + 0.02 * z)
  return {
    estimation: { firm: firm.subarray(0, 250), market: market.subarray(0, 250) },
    event: { firm: firm.subarray(250), market: market.subarray(250) },
  }
}

describe('placebo p', () => {
  test('counts both sides and adds one: 3 of 99 as far gives 4/100', () => {
    const t = [...Array.from({ length: 96 }, () => 0.1), 2.5, -2.5, 3]
    expect(placeboTest(-2.4, t, 1)).toEqual({ days: 99, asFar: 3, effective: 99, p: 0.04, floor: 0.01 })
  })

  test('is not smaller than independent windows allow, and 1 without any', () => {
    const t = new Array<number>(39).fill(0)
    expect(placeboTest(9, t, 2)).toMatchObject({ asFar: 0, effective: 19, floor: 0.05, p: 0.05 })
    expect(placeboTest(9, [], 2)).toMatchObject({ days: 0, p: 1, floor: 1 })
  })

  test('falls as the observed move grows', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1 }),
        fc.double({ min: 0, max: 4, noNaN: true }),
        (t, x) => {
          const [near, far] = [placeboTest(x, t, 2), placeboTest(x + 1, t, 2)]
          expect(far.p).toBeLessThanOrEqual(near.p)
          expect(near.p).toBeGreaterThan(0)
          expect(near.p).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
})

describe('the bootstrap band', () => {
  test('is the same for the same seed and another for another', () => {
    const { estimation, event } = series(1)
    const once = bootstrapBand('market', estimation, event, options)
    expect(bootstrapBand('market', estimation, event, options)).toEqual(once)
    expect(bootstrapBand('market', estimation, event, { ...options, seed: 8 })).not.toEqual(once)
  })

  test('agrees with the t band where residuals are normal and independent', () => {
    for (const seed of [11, 23, 47]) {
      const { estimation, event } = series(seed)
      const fit = fitModel('market', estimation.firm, estimation.market)
      if (isRefusal(fit)) throw new Error(fit.detail)
      const t = windowTest(fit, event.firm, event.market)
      const band = bootstrapBand('market', estimation, event, { ...options, resamples: 4_000 })
      if (isRefusal(t) || isRefusal(band)) throw new Error('refused')
      const width = t.hi - t.lo
      expect(Math.abs(band.lo - t.lo)).toBeLessThan(0.2 * width)
      expect(Math.abs(band.hi - t.hi)).toBeLessThan(0.2 * width)
      expect(Math.abs(band.p - t.p)).toBeLessThan(0.1)
    }
  })

  test('refuses what cannot be resampled', () => {
    const { estimation, event } = series(3)
    const short = { firm: estimation.firm.subarray(0, 9), market: estimation.market.subarray(0, 9) }
    expect(bootstrapBand('market', short, event, options)).toMatchObject({ refused: 'too-few-sessions' })
    const missing = { firm: Float64Array.of(0.01, Number.NaN), market: event.market }
    expect(bootstrapBand('market', estimation, missing, options)).toMatchObject({ refused: 'missing-values' })
    const flat = { ...estimation, market: new Float64Array(250).fill(0.01) }
    expect(bootstrapBand('market', flat, event, options)).toMatchObject({ refused: 'constant-market' })
  })
})

test('seeded numbers are uniform in [0, 1) and repeat with the seed', () => {
  const random = seededRandom(42)
  const drawn = Array.from({ length: 20_000 }, random)
  expect(drawn.every((value) => value >= 0 && value < 1)).toBe(true)
  const mean = drawn.reduce((a, b) => a + b, 0) / drawn.length
  // The mean of 20,000 uniforms has a deviation of 0.002.
  expect(Math.abs(mean - 0.5)).toBeLessThan(0.01)
  const again = seededRandom(42)
  expect(drawn.slice(0, 5)).toEqual(Array.from({ length: 5 }, again))
})
