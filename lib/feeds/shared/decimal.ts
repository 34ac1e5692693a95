import { Decimal } from 'decimal.js'

/** The number a feed wrote in JSON as a plain decimal: the shortest text that reads back as the same double, so 2880643471.09 stays that. */
export function plainDecimal(value: number): string {
  return new Decimal(value).toFixed()
}

/** A number with the noise of floats (120.88800048828125) as a decimal of at most 6 places, halves up, without trailing zeros. */
export function sixPlaces(value: number): string {
  return new Decimal(value).toDecimalPlaces(6, Decimal.ROUND_HALF_UP).toFixed()
}
