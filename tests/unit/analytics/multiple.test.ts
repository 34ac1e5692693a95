import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { benjaminiHochberg, holm } from '@/lib/analytics/multiple'

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 })

describe('several looks', () => {
  test('by hand: 0.01, 0.04, 0.03', () => {
    // Holm: 3 x 0.01, then 2 x 0.03, then 1 x 0.04 raised to the one before. BH from the top: 0.04, min(3/2 x 0.03, 0.04), 3 x 0.01.
    const rounded = (values: number[]) => values.map((value) => Number(value.toFixed(12)))
    expect(rounded(holm([0.01, 0.04, 0.03]))).toEqual([0.03, 0.06, 0.06])
    expect(rounded(benjaminiHochberg([0.01, 0.04, 0.03]))).toEqual([0.03, 0.04, 0.04])
  })

  test('one look stays as it is, none give none, and a p outside 0 to 1 is named', () => {
    expect([holm([0.2]), benjaminiHochberg([0.2]), holm([]), benjaminiHochberg([])]).toEqual([[0.2], [0.2], [], []])
    expect(() => holm([0.1, 1.5])).toThrow('a p-value is 1.5, expected 0 to 1')
    expect(() => benjaminiHochberg([Number.NaN])).toThrow(RangeError)
  })

  test('adjusted p are in [0, 1], not below the raw ones, in their order, and BH is not above Holm', () => {
    fc.assert(
      fc.property(pValues, (p) => {
        const [strict, mild] = [holm(p), benjaminiHochberg(p)]
        for (const [i, raw] of p.entries()) {
          const [h = -1, b = -1] = [strict[i], mild[i]]
          expect(h).toBeLessThanOrEqual(1)
          expect(b).toBeGreaterThanOrEqual(raw * (1 - 1e-15))
          expect(b).toBeLessThanOrEqual(h * (1 + 1e-15))
          for (const [j, other] of p.entries()) {
            if (raw > other) continue
            expect(h).toBeLessThanOrEqual(strict[j] ?? -1)
            expect(b).toBeLessThanOrEqual(mild[j] ?? -1)
          }
        }
      }),
    )
  })

  test('Holm rejects no more than Bonferroni allows and no less: the smallest is multiplied by all', () => {
    fc.assert(
      fc.property(pValues, (p) => {
        fc.pre(p.length > 0)
        const smallest = Math.min(...p)
        expect(holm(p)[p.indexOf(smallest)]).toBe(Math.min(1, p.length * smallest))
      }),
    )
  })
})
