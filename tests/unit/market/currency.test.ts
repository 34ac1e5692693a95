import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crossRate, datedRateOn, rateOn } from '@/lib/market/currency'

describe('cross rates', () => {
  test('USD/CNY is CNY per EUR over USD per EUR', () => {
    expect(crossRate({ from: '1.0956', to: '7.8264' })).toBe('7.14348302')
    expect(crossRate({ from: 1, to: '7.8264' })).toBe('7.8264')
    expect(crossRate({ from: '1.25', to: 1 })).toBe('0.8')
    expect(crossRate({ from: '1.0956', to: '1.0956' })).toBe('1')
  })

  test.each(['0', '-1', '', 'N/A', '1e3'])('a rate of %j is refused by name', (rate) => {
    expect(() => crossRate({ from: rate, to: '7.8' })).toThrow(`the from rate per EUR is "${rate}"`)
    expect(() => crossRate({ from: '1.1', to: rate })).toThrow(`the to rate per EUR is "${rate}"`)
  })

  test('there and back is one', () => {
    const rate = fc.integer({ min: 5000, max: 2_000_000 }).map((n) => String(n / 10_000))
    fc.assert(
      fc.property(rate, rate, (from, to) => {
        expect(Number(crossRate({ from, to })) * Number(crossRate({ from: to, to: from }))).toBeCloseTo(1, 4)
      }),
    )
  })
})

describe('the rate of a day', () => {
  const dates = ['2025-08-22', '2025-08-25', '2025-08-26']
  const rates = ['1.16', '1.17', '1.18']

  test.each([
    ['2025-08-21', null],
    ['2025-08-22', '1.16'],
    ['2025-08-24', '1.16'],
    ['2025-08-25', '1.17'],
    ['2025-08-26', '1.18'],
    ['2025-09-02', '1.18'],
    ['2025-09-03', null],
  ])('on %s is %s', (date, rate) => {
    expect(rateOn(dates, rates, date)).toBe(rate)
  })

  test('comes with its own date', () => {
    expect(datedRateOn(dates, rates, '2025-08-24')).toEqual({ date: '2025-08-22', rate: '1.16' })
    expect(rateOn([], [], '2025-08-24')).toBeNull()
  })

  test('unequal columns are refused', () => {
    expect(() => rateOn(dates, ['1.16'], '2025-08-24')).toThrow('3 dates have 1 rates')
  })
})
