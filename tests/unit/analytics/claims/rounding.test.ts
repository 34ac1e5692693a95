import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { around, productOf, quotientOf, sumOf } from '@/lib/analytics/claims/interval'
import { halfUnitOf, roundingVerdict, roundsTo, statedInterval } from '@/lib/analytics/claims/rounding'

/** A decimal above zero as it was before it was rounded to so many significant figures, and after. */
const rounded = fc
  .tuple(fc.integer({ min: 1, max: 10 ** 9 }), fc.integer({ min: -6, max: 6 }), fc.integer({ min: 1, max: 7 }))
  .map(([digits, exponent, figures]) => {
    const exact = new Decimal(digits).times(new Decimal(10).pow(exponent))
    return { exact, text: exact.toSignificantDigits(figures).toFixed() }
  })
const intervalOf = ({ text }: { readonly text: string }) => around(new Decimal(text), halfUnitOf(text))
const inside = (value: Decimal, { low, high }: { readonly low: Decimal; readonly high: Decimal }) =>
  value.gte(low) && value.lte(high)

describe('the interval of a rounded figure', () => {
  test('is half a unit of its last digit that is not zero', () => {
    const halves = ['2880643471.09', '64765343.16', '109000000', '0.05', '5', '0', '-12.50'].map((text) =>
      halfUnitOf(text).toFixed(),
    )
    expect(halves).toEqual(['0.005', '0.005', '500000', '0.005', '0.5', '0', '0.05'])
  })

  test('holds the figure before it was rounded', () => {
    fc.assert(fc.property(rounded, (figure) => inside(figure.exact, intervalOf(figure))))
  })

  test('of sums, products and quotients holds what the figures inside their rounding give', () => {
    fc.assert(
      fc.property(rounded, rounded, (a, b) => {
        const [x, y] = [intervalOf(a), intervalOf(b)]
        expect(inside(a.exact.plus(b.exact), sumOf([x, y]))).toBe(true)
        expect(inside(a.exact.times(b.exact), productOf(x, y))).toBe(true)
        // The quotient is rounded itself, in its twentieth digit.
        const quotient = quotientOf(x, y)
        const slack = quotient.high.times('1e-15')
        expect(inside(a.exact.div(b.exact), { low: quotient.low.minus(slack), high: quotient.high.plus(slack) })).toBe(
          true,
        )
      }),
    )
  })

  test('a divisor that reaches zero is refused', () => {
    const one = around(new Decimal(1), new Decimal(0))
    expect(() => quotientOf(one, around(new Decimal(1), new Decimal(1)))).toThrow('expected one above zero')
  })
})

describe('what was said', () => {
  const said = fc.tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 0, max: 4 }))

  test('is met by exactly the values that round to it', () => {
    fc.assert(
      fc.property(said, fc.integer({ min: -20, max: 20 }), ([digits, decimals], tenths) => {
        const unit = new Decimal(10).pow(-decimals)
        const figure = { said: unit.times(digits).toFixed(decimals), decimals }
        const value = unit.times(digits).plus(unit.times(tenths).div(20))
        const rounds = value.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP).eq(figure.said)
        expect(roundsTo(around(value, new Decimal(0)), figure)).toBe(rounds)
      }),
    )
  })

  test('half a unit up belongs to the next figure', () => {
    const at = (value: string) => roundingVerdict(new Decimal(value), around(new Decimal(value), new Decimal(0)), four)
    const four = { said: '404', decimals: 0 }
    expect(['403.4', '403.5', '404', '404.4', '404.5'].map(at)).toEqual([
      'does-not-hold',
      'holds-within-rounding',
      'holds',
      'holds-within-rounding',
      'does-not-hold',
    ])
    const { low, high } = statedInterval(four)
    expect([low.toFixed(), high.toFixed()]).toEqual(['403.5', '404.5'])
  })

  test('a figure whose own rounding reaches it holds within rounding', () => {
    const coarse = around(new Decimal('405'), new Decimal('0.6'))
    expect(roundingVerdict(new Decimal(405), coarse, { said: '404', decimals: 0 })).toBe('holds-within-rounding')
  })
})
