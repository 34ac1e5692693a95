import { Decimal } from 'decimal.js'
import { shortText } from '@/lib/market/shortDecimal'

/** The number a feed wrote in JSON as a plain decimal: the shortest text that reads back as the same double, so 2880643471.09 stays that. */
export function plainDecimal(value: number): string {
  return new Decimal(value).toFixed()
}

/** A number with the noise of floats (120.88800048828125) as a decimal of at most 6 places, halves up, without trailing zeros. */
export function sixPlaces(value: number): string {
  if (value > 0 && value < 1e7) {
    // Away from the middle between two of them no error of a float decides which millionth is nearest.
    const millionths = value * 1e6
    const rest = millionths - Math.floor(millionths)
    if (Math.abs(rest - 0.5) > 0.01) return shortText(Math.round(millionths), 6)
  }
  return new Decimal(value).toDecimalPlaces(6, Decimal.ROUND_HALF_UP).toFixed()
}
