import { Decimal } from 'decimal.js'
import { roundedDigits, roundedShort, type ShortDecimal, type ShortFactor, shortDecimal } from './shortDecimal'

/** An exact positive factor. */
export interface Fraction {
  readonly numerator: bigint
  readonly denominator: bigint
}

export const one: Fraction = { numerator: 1n, denominator: 1n }

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** The product of two factors in lowest terms. */
export function multiply(a: Fraction, b: Fraction): Fraction {
  const numerator = a.numerator * b.numerator
  const denominator = a.denominator * b.denominator
  const common = gcd(numerator, denominator)
  return { numerator: numerator / common, denominator: denominator / common }
}

/** The factor that undoes another. */
export function inverse(factor: Fraction): Fraction {
  return { numerator: factor.denominator, denominator: factor.numerator }
}

/** Nearest whole number to numerator / denominator, halves up; neither is negative and the denominator is not 0. */
export function roundedQuotient(numerator: bigint, denominator: bigint): bigint {
  return (2n * numerator + denominator) / (2n * denominator)
}

const plain = /^\d+(?:\.\d+)?$/

/**
 * A decimal of zero or more as digits / 10^places, exactly. Exponents are read too. Throws a RangeError that names the
 * text.
 */
export function decimalDigits(text: string): { digits: bigint; places: number } {
  let written = text
  if (!plain.test(text)) {
    if (!/^\d*\.?\d+(e[+-]?\d{1,3})?$/i.test(text)) throw new RangeError(`"${text}" is not a decimal of zero or more`)
    written = new Decimal(text).toFixed()
  }
  const point = written.indexOf('.')
  if (point < 0) return { digits: BigInt(written), places: 0 }
  return { digits: BigInt(written.slice(0, point) + written.slice(point + 1)), places: written.length - point - 1 }
}

/** digits / 10^places as a plain decimal without trailing zeros. */
export function decimalText(digits: bigint, places: number): string {
  if (places === 0) return digits.toString()
  const padded = digits.toString().padStart(places + 1, '0')
  const fraction = padded.slice(-places).replace(/0+$/, '')
  const whole = padded.slice(0, -places)
  return fraction === '' ? whole : `${whole}.${fraction}`
}

const isOne = ({ numerator, denominator }: Fraction) => numerator === denominator
const inFloats = ({ numerator, denominator }: Fraction): ShortFactor => ({
  numerator: Number(numerator),
  denominator: Number(denominator),
})
/** Whether a decimal is written without zeros it does not need. */
const isShortest = (text: string, { places }: { readonly places: number }) =>
  (places === 0 || !text.endsWith('0')) && (!text.startsWith('0') || text.length === 1 || text[1] === '.')

/**
 * A decimal times a factor, rounded half up to so many places, without trailing zeros. Exact up to that one rounding.
 */
export function scaled(text: string, factor: Fraction, places: number): string {
  const short = shortDecimal(text)
  if (short !== null && isOne(factor) && short.places <= places && isShortest(text, short)) return text
  const quick = short && roundedDigits(short.digits, short.places, inFloats(factor), { digits: 1, places })
  if (quick !== null) return quick
  const value = decimalDigits(text)
  const rounded = roundedQuotient(
    value.digits * factor.numerator * 10n ** BigInt(places),
    factor.denominator * 10n ** BigInt(value.places),
  )
  return decimalText(rounded, places)
}

/** As `scaledToTick` with one factor, for many decimals: what does not change from one to the next is worked out once. */
export function scaleToTick(factor: Fraction): (text: string, tick: string) => string {
  const floats = inFloats(factor)
  let last: { readonly tick: string; readonly step: ShortDecimal | null } | null = null
  return (text, tick) => {
    if (last?.tick !== tick) last = { tick, step: shortDecimal(tick) }
    const quick = last.step === null ? null : roundedShort(text, floats, last.step)
    return quick ?? longToTick(text, factor, tick)
  }
}

/**
 * A decimal times a factor, rounded half up to a multiple of the tick. Throws a RangeError when the tick is not above
 * zero.
 */
export function scaledToTick(text: string, factor: Fraction, tick: string): string {
  return scaleToTick(factor)(text, tick)
}

/** In big integers, for what floats do not hold. */
function longToTick(text: string, factor: Fraction, tick: string): string {
  const value = decimalDigits(text)
  const step = decimalDigits(tick)
  if (step.digits === 0n) throw new RangeError(`a tick of "${tick}" is not above zero`)
  const steps = roundedQuotient(
    value.digits * factor.numerator * 10n ** BigInt(step.places),
    factor.denominator * step.digits * 10n ** BigInt(value.places),
  )
  return decimalText(steps * step.digits, step.places)
}
