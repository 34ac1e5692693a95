import { Decimal } from 'decimal.js'
import { daysBetween, type TradingDate } from './date'
import { indexAtOrBefore } from './dateIndex'

const precise = Decimal.clone({ precision: 40 })

/** Decimal places of a rate, as the store keeps them. */
const ratePlaces = 8

/** Days after which a rate no longer stands for a day: longer than any run of days without ECB rates. */
export const rateValidDays = 7

function perEuro(rate: string | 1, side: string): Decimal {
  const value = /^\d+(\.\d+)?$/.test(String(rate)) ? new precise(rate) : null
  if (!value?.gt(0)) throw new RangeError(`the ${side} rate per EUR is "${rate}", expected a decimal above zero`)
  return value
}

/**
 * Units of `to` for one unit of `from`, out of the ECB's units for one EUR (1 for the EUR itself): USD/CNY is CNY per
 * EUR / USD per EUR. Decimal of up to 8 places. Throws a RangeError for rates not above zero.
 */
export function crossRate(perEur: { from: string | 1; to: string | 1 }): string {
  return perEuro(perEur.to, 'to').div(perEuro(perEur.from, 'from')).toDecimalPlaces(ratePlaces).toFixed()
}

/**
 * The last rate at or before a date with the date it is of, null when there is none or it is older than 7 days.
 * `dates` ascending, `rates` alongside. Throws a RangeError for unequal columns.
 */
export function datedRateOn(
  dates: readonly TradingDate[],
  rates: readonly string[],
  date: TradingDate,
): { date: TradingDate; rate: string } | null {
  if (dates.length !== rates.length) throw new RangeError(`${dates.length} dates have ${rates.length} rates`)
  const at = indexAtOrBefore(dates, date)
  const [found, rate] = [dates[at], rates[at]]
  if (found === undefined || rate === undefined || daysBetween(found, date) > rateValidDays) return null
  return { date: found, rate }
}

/**
 * The last rate at or before a date, null when there is none or it is older than 7 days. Arguments and errors as
 * `datedRateOn`.
 */
export function rateOn(dates: readonly TradingDate[], rates: readonly string[], date: TradingDate): string | null {
  return datedRateOn(dates, rates, date)?.rate ?? null
}
