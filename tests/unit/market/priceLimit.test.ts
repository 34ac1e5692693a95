import { describe, expect, test } from 'vitest'
import { limitReached, priceLimit } from '@/lib/market/priceLimit'

describe('price limits', () => {
  test.each([
    ['688256.SS', 'XSHG', 'equity', 0.2],
    ['600519.SS', 'XSHG', 'equity', 0.1],
    ['000688.SS', 'XSHG', 'index', 0.2],
    ['NVDA', 'XNAS', 'equity', null],
    ['0700.HK', 'XHKG', 'equity', null],
  ] as const)('%s: %s', (symbol, mic, kind, share) => {
    expect(priceLimit({ symbol, mic, kind })).toBe(share)
  })

  // Cambricon closed at 1,036.00 on 2025-08-21; a fifth more is 1,243.20 to the tick, where it closed the day after.
  test.each([
    ['1243.20', '1036', 'up'],
    ['1243.19', '1036', null],
    ['828.80', '1036', 'down'],
    ['828.81', '1036', null],
    // 10.03 x 1.2 = 12.036 and x 0.8 = 8.024: the limits are 12.04 and 8.02.
    ['12.04', '10.03', 'up'],
    ['12.03', '10.03', null],
    ['8.02', '10.03', 'down'],
  ])('a close of %s after %s: %s', (close, reference, expected) => {
    expect(limitReached({ close, reference, share: 0.2, tick: '0.01' })).toBe(expected)
  })
})
