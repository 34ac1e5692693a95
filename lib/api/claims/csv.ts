import type { Cell, CsvTable } from '../csv/csv'
import type { JudgedClaimView } from './schema'

/** A line of the export. What a row has no use for is empty. */
interface Row {
  readonly row: 'input' | 'end-date' | 'conversion'
  readonly name: string
  readonly period: string | null
  readonly value: Cell
  readonly unit: string
  readonly from: string | null
  readonly fromValue: Cell
  readonly result: Cell
  readonly satisfies: Cell
  readonly source: string | null
  readonly asOf: string | null
}

const names = [
  ...['row', 'name', 'period', 'value', 'unit', 'from', 'fromValue', 'result', 'satisfies', 'source', 'asOf'],
] as (keyof Row)[]

const empty = { from: null, fromValue: null, result: null, satisfies: null, source: null, asOf: null }

function rowsOf({ inputs, endDates, conversions }: JudgedClaimView): Row[] {
  // Closes are in the currency of the listing, which every input of a price change is in.
  const unit = inputs[0]?.unit ?? ''
  return [
    ...inputs.map(
      ({ name, period, value, unit, asOf, source, document }): Row => ({
        ...{ ...empty, row: 'input', name, period, value, unit, asOf },
        source: [source, document].filter((one) => one !== null).join(': '),
      }),
    ),
    ...(endDates?.list ?? []).map(
      ({ session, close, start, startClose, change, satisfies, source }): Row => ({
        ...{ row: 'end-date', name: 'Close, and the change to it', period: session, value: close, unit },
        ...{ from: start, fromValue: startClose, result: change, satisfies, source, asOf: null },
      }),
    ),
    ...(conversions ?? []).map(
      ({ date, rateDate, value, satisfies }): Row => ({
        ...{ ...empty, row: 'conversion', name: 'The sum at the rates of a date', period: date, value: null, unit: '' },
        ...{ from: rateDate, result: value, satisfies },
      }),
    ),
  ]
}

const rangeText = (range: { low: number; high: number } | null) => range && `${range.low} to ${range.high}`

/** A judged claim as a table: what it says and what was found, then a line for each input, end date and conversion. */
export function claimTable(claim: JudgedClaimView): CsvTable {
  const rows = rowsOf(claim)
  return {
    about: [
      ['claim', claim.statement],
      ['stated on', claim.statedOn],
      ['stated in', claim.sourceName],
      ['verdict', claim.verdict],
      ['finding', claim.finding],
      ['formula', claim.formula],
      ['computed', claim.computed && String(claim.computed.value)],
      ['unit of results', claim.computed?.unit ?? null],
      ['interval', rangeText(claim.interval)],
      ['stated range', rangeText(claim.stated)],
      ['judged at', claim.judgedAt],
      ['since', claim.since],
    ],
    columns: Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])])),
  }
}
