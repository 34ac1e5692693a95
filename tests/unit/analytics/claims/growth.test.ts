import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { growthInterval, growthOf, growthReadings, isTinyBase } from '@/lib/analytics/claims/growth'
import { around } from '@/lib/analytics/claims/interval'

const amount = fc.integer({ min: 1, max: 10 ** 12 }).map((cents) => new Decimal(cents).div(100))
const reading = fc.constantFrom(...growthReadings)

describe('growth', () => {
  test('500% more is times six, 500% of is times five, and five-fold is either', () => {
    const [two, twelve, ten] = [new Decimal(2), new Decimal(12), new Decimal(10)]
    expect(growthOf(two, twelve, 'percent-more').toFixed()).toBe('500')
    expect(growthOf(two, ten, 'percent-of').toFixed()).toBe('500')
    expect(growthOf(two, ten, 'times').toFixed()).toBe('5')
    expect(growthOf(two, twelve, 'times-more').toFixed()).toBe('5')
  })

  test('of scaled values is unchanged', () => {
    fc.assert(
      fc.property(amount, amount, amount, reading, (before, after, factor, how) => {
        const plain = growthOf(before, after, how)
        const scaled = growthOf(before.times(factor), after.times(factor), how)
        expect(scaled.minus(plain).abs().lte(plain.abs().plus(1).times('1e-12'))).toBe(true)
      }),
    )
  })

  test('lies in its interval, whatever the two were before they were rounded', () => {
    const part = fc.integer({ min: -100, max: 100 }).map((hundredths) => new Decimal(hundredths).div(100))
    fc.assert(
      fc.property(amount, amount, part, part, reading, (before, after, x, y, how) => {
        const half = before.div(3)
        const { low, high } = growthInterval(around(before, half), around(after, half), how)
        const value = growthOf(before.plus(half.times(x)), after.plus(half.times(y)), how)
        const slack = value.abs().plus(1).times('1e-12')
        expect(value.gte(low.minus(slack)) && value.lte(high.plus(slack))).toBe(true)
      }),
    )
  })

  test('a base of zero or less is refused, a tiny one told', () => {
    expect(() => growthOf(new Decimal(0), new Decimal(1), 'times')).toThrow('expected a base above zero')
    expect(isTinyBase(new Decimal(1), new Decimal(11))).toBe(false)
    expect(isTinyBase(new Decimal(1), new Decimal('11.01'))).toBe(true)
  })
})
