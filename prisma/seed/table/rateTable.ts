import type { BundledRate } from '../types'
import { decodeDate, encodeDate } from './calendarDay'
import { fromUnits, readInteger, toUnits } from './units'

/** The scale of the rates' table: units of 10^-decimals, one column a quote currency. */
export interface RateScale {
  readonly decimals: number
  readonly quotes: readonly string[]
}

/** The rates of one day in the order of the table's quote currencies. */
export interface RateDay {
  readonly date: string
  readonly rates: readonly string[]
}

/** One line a day, blanks between whole numbers: days since the day before (the first line: its date), then each rate less its rate before. */
export function encodeRates(days: readonly RateDay[], scale: RateScale): string {
  let previousDate: string | null = null
  let previous = scale.quotes.map(() => 0)
  const lines = days.map(({ date, rates }) => {
    const units = scale.quotes.map((_, column) => toUnits(rates[column] ?? '', scale.decimals))
    const line = [encodeDate(date, previousDate), ...units.map((unit, column) => unit - (previous[column] ?? 0))].join(
      ' ',
    )
    previousDate = date
    previous = units
    return line
  })
  return `${lines.join('\n')}\n`
}

/** The inverse of `encodeRates`, one row for each day and quote currency; throws on a line that is not in the format. */
export function decodeRates(text: string, scale: RateScale): BundledRate[] {
  const rows: BundledRate[] = []
  let previousDate: string | null = null
  const units = scale.quotes.map(() => 0)
  for (const line of text.trimEnd().split('\n')) {
    const fields = line.split(' ')
    if (fields.length !== scale.quotes.length + 1) throw new Error(`not a line of a bundled table: "${line}"`)
    const date = decodeDate(fields[0], previousDate)
    scale.quotes.forEach((quote, column) => {
      const unit = (units[column] ?? 0) + readInteger(fields[column + 1], line)
      units[column] = unit
      rows.push({ base: 'EUR', quote, date, rate: fromUnits(unit, scale.decimals) })
    })
    previousDate = date
  }
  return rows
}
