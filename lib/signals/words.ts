import { Decimal } from 'decimal.js'
import { figure } from '@/lib/studies/claims/words'

/** A price with its thousands apart and two decimals at least: `1,268.00`, `0.485`. */
export function price(text: string): string {
  const value = new Decimal(text)
  return figure(value, Math.max(2, value.decimalPlaces()))
}
