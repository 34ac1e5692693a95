import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalDigits, decimalText, inverse, multiply, scaled, scaledToTick } from '@/lib/market/decimalText'

const f = (numerator: bigint, denominator: bigint) => ({ numerator, denominator })

describe('decimals as text', () => {
  test('digits and places, exponents too', () => {
    expect(decimalDigits('1587.91')).toEqual({ digits: 158791n, places: 2 })
    expect(decimalDigits('0.000001')).toEqual({ digits: 1n, places: 6 })
    expect(decimalDigits('1e-7')).toEqual({ digits: 1n, places: 7 })
    expect(decimalDigits('4.5E3')).toEqual({ digits: 4500n, places: 0 })
  })

  test.each(['', '-1', '1,5', 'NaN', 'Infinity', '1.', ' 1', '0x10', '1e9999'])('%j is refused by name', (text) => {
    expect(() => decimalDigits(text)).toThrow(`"${text}" is not a decimal`)
  })

  test('trailing zeros go, the zero before the point stays', () => {
    expect(decimalText(120_888_000n, 6)).toBe('120.888')
    expect(decimalText(500n, 3)).toBe('0.5')
    expect(decimalText(0n, 6)).toBe('0')
    expect(decimalText(1200n, 0)).toBe('1200')
    expect(decimalText(7n, 6)).toBe('0.000007')
  })

  test('rounds once, halves up, also where a rounded factor would not', () => {
    expect(scaled('0.000006', f(1n, 12n), 6)).toBe('0.000001')
    expect(scaled('0.000005', f(1n, 12n), 6)).toBe('0')
    expect(scaled('1587.91', f(100n, 149n), 6)).toBe('1065.711409')
    expect(scaledToTick('20.05', f(1n, 1n), '0.02')).toBe('20.06')
    expect(scaledToTick('203.14', f(1n, 1n), '0.2')).toBe('203.2')
    expect(() => scaledToTick('1', f(1n, 1n), '0')).toThrow(/tick/)
  })

  test('agrees with decimal.js for any price and ratio', () => {
    const precise = Decimal.clone({ precision: 60 })
    const price = fc.integer({ min: 1, max: 10_000_000_000 })
    const side = fc.integer({ min: 1, max: 5000 })
    fc.assert(
      fc.property(price, side, side, (micros, numerator, denominator) => {
        const text = decimalText(BigInt(micros), 6)
        const expected = new precise(text).times(numerator).div(denominator).toDecimalPlaces(6, Decimal.ROUND_HALF_UP)
        expect(scaled(text, f(BigInt(numerator), BigInt(denominator)), 6)).toBe(expected.toFixed())
      }),
    )
  })

  test('a factor times its inverse is one', () => {
    const side = fc.bigInt({ min: 1n, max: 10n ** 30n })
    fc.assert(
      fc.property(side, side, (a, b) => {
        expect(multiply(f(a, b), inverse(f(a, b)))).toEqual(f(1n, 1n))
      }),
    )
  })
})
