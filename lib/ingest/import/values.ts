import { Decimal } from 'decimal.js'
import { isTradingDate } from '@/lib/market/date'

/** A value, or a sentence on what was expected. */
export type Read<T> = { readonly value: T } | { readonly problem: string }

const shown = (cell: string) => (cell.length > 40 ? `${cell.slice(0, 40)}…` : cell)
const number = /^(?:\d{1,15}|\d{1,3}(?:,\d{3}){1,5})(?:\.\d{1,20})?$/
const dates = [/^(\d{4})-(\d{2})-(\d{2})$/, /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/, /^(\d{4})(\d{2})(\d{2})$/]
/** Places the store keeps. */
const places = 6

/** `2026-07-01`, `2026/07/01` (or `2026/7/1`) and `20260701` as `2026-07-01`. Pure. */
export function readDate(cell: string): Read<string> {
  const match = dates.map((form) => form.exec(cell)).find((found) => found !== null)
  const [, year, month, day] = match ?? []
  const date = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  return isTradingDate(date)
    ? { value: date }
    : { problem: `"${shown(cell)}" is no date, expected 2026-07-01, 2026/07/01 or 20260701` }
}

/** A decimal of zero or more with a point, thousands separated by commas or not, rounded to the 6 places the store keeps. Pure. */
export function readPrice(cell: string): Read<string> {
  return number.test(cell)
    ? { value: new Decimal(cell.replaceAll(',', '')).toDecimalPlaces(places).toFixed() }
    : { problem: `"${shown(cell)}" is no number, expected one such as 1234.5 or 1,234.5` }
}

/** Shares as a whole number, out of units of so many shares; null for an empty cell. Pure. */
export function readVolume(cell: string, sharesPerUnit: bigint): Read<bigint | null> {
  if (cell === '' || cell === '-' || cell === '--') return { value: null }
  if (!number.test(cell)) return { problem: `"${shown(cell)}" is no volume, expected a whole number` }
  const shares = new Decimal(cell.replaceAll(',', '')).times(String(sharesPerUnit))
  return shares.isInteger()
    ? { value: BigInt(shares.toFixed()) }
    : { problem: `"${shown(cell)}" is no whole number of shares` }
}
