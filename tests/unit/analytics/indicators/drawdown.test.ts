import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { datedDrawdown, deepestDrawdown, drawdowns } from '@/lib/analytics/indicators/drawdown'
import { relativeStrength } from '@/lib/analytics/indicators/relativeStrength'
import { somePrices } from './columns'

describe('drawdown', () => {
  test('is the fall from the highest value so far', () => {
    expect([...drawdowns([100, 120, 90, 60, 150])]).toEqual([0, 0, -0.25, -0.5, 0])
    expect(deepestDrawdown([100, 120, 90, 60, 150])).toEqual({ depth: -0.5, peak: 1, trough: 3 })
  })

  test('is dated by its sessions', () => {
    const sessions = ['2025-01-02', '2025-01-03', '2025-01-06']
    expect(datedDrawdown(sessions, [4, 8, 6])).toEqual({ depth: -0.25, peak: '2025-01-03', trough: '2025-01-06' })
    expect(datedDrawdown(sessions, [1, 2, 2])).toBeNull()
    expect(() => datedDrawdown(sessions, [1, 2])).toThrow('values: expected 3 values, as many as sessions, got 2')
  })

  test('of a series that never fell there is none, nor of nothing', () => {
    expect(deepestDrawdown([1, 1, 2])).toBeNull()
    expect(deepestDrawdown([])).toBeNull()
  })

  test('of equal falls and equal highs the first is told; what is missing is no high', () => {
    expect(deepestDrawdown([2, 2, 1, 2, 1])).toEqual({ depth: -0.5, peak: 0, trough: 2 })
    expect([...drawdowns([2, Number.NaN, 1])]).toEqual([0, Number.NaN, -0.5])
    expect(deepestDrawdown([Number.NaN, 2, Number.NaN, 1])).toEqual({ depth: -0.5, peak: 1, trough: 3 })
  })

  test('the deepest is the least of all, between 0 and -1, and that of its own peak and trough', () => {
    fc.assert(
      fc.property(somePrices(), (prices) => {
        const column = drawdowns(prices)
        for (const value of column) expect(value <= 0 && value > -1).toBe(true)
        const found = deepestDrawdown(prices)
        expect(found?.depth ?? 0).toBe(Math.min(...column))
        if (!found) return
        expect(found.peak).toBeLessThan(found.trough)
        expect((prices[found.trough] ?? 0) / (prices[found.peak] ?? 0) - 1).toBe(found.depth)
      }),
    )
  })
})

describe('relative strength', () => {
  test('is the ratio of both series rebased at one session', () => {
    expect([...relativeStrength([10, 20, 30], [5, 5, 15], 0)]).toEqual([1, 2, 1])
    expect([...relativeStrength([10, 20, 30], [5, 5, 15], 1)]).toEqual([0.5, 1, 0.5])
  })

  test('of a series against itself is 1 everywhere', () => {
    fc.assert(
      fc.property(somePrices(), (prices) => {
        for (const value of relativeStrength(prices, prices, 0)) expect(value).toBeCloseTo(1, 12)
      }),
    )
  })

  test('names a base that is not there and columns that do not match', () => {
    expect(() => relativeStrength([1, 2], [1, 0], 1)).toThrow(
      'benchmark[1]: expected a number above zero as the base, got 0',
    )
    expect(() => relativeStrength([1, 2], [1, 2], 2)).toThrow('values[2]: expected a number above zero as the base')
    expect(() => relativeStrength([1, 2], [1], 0)).toThrow('benchmark: expected 2 values')
  })
})
