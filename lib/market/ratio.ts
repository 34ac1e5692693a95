import { Decimal } from 'decimal.js'
import { decimalDigits, multiply } from './decimalText'

/**
 * Shares after for shares before, as positive whole numbers in lowest terms: 10 for 1 is 10/1, 1.49 for 1 is 149/100.
 */
export type Ratio = { numerator: number; denominator: number }

/** Largest whole number the store's ratio columns (32-bit) hold. */
const largest = 2_147_483_647n

function positive(value: number | string, side: string): { digits: bigint; places: number } {
  const text = typeof value === 'number' && Number.isFinite(value) ? new Decimal(value).toFixed() : String(value)
  try {
    const parsed = decimalDigits(text)
    if (parsed.digits > 0n) return parsed
  } catch (cause) {
    throw new RangeError(`the ${side} of a split ratio is "${value}", expected a decimal above zero`, { cause })
  }
  throw new RangeError(`the ${side} of a split ratio is "${value}", expected a decimal above zero`)
}

/**
 * A ratio as feeds give it (1.49 for 1; 10 for 1; "3" for "2") in whole numbers. Throws a RangeError for zero,
 * negatives, no numbers, and for whole numbers over 32 bits (noise of floats such as 0.30000000000000004).
 */
export function ratioFromDecimals(numerator: number | string, denominator: number | string): Ratio {
  const after = positive(numerator, 'numerator')
  const before = positive(denominator, 'denominator')
  const lowest = multiply(
    { numerator: after.digits, denominator: before.digits },
    { numerator: 10n ** BigInt(before.places), denominator: 10n ** BigInt(after.places) },
  )
  if (lowest.numerator > largest || lowest.denominator > largest) {
    throw new RangeError(`the split ratio ${numerator} for ${denominator} has no form in whole numbers of 32 bits`)
  }
  return { numerator: Number(lowest.numerator), denominator: Number(lowest.denominator) }
}
