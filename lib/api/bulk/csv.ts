import { csvRecords } from '@/lib/ingest/import/csvText'
import type { BulkKind } from '@/lib/store/bulk/kind'
import type { Row } from '@/lib/store/bulk/outcome'
import { InputError } from '@/lib/store/errors'
import { quoted } from '../csv/csv'
import { type CellField, cellField, cellText, cellValue } from './cell'

/** The columns of a kind, in their order. */
export function cellFields<V extends object>({ fields, optional }: BulkKind<V>): CellField[] {
  return Object.entries(fields).map(([name, schema]) => cellField(name, schema, optional.includes(name)))
}

/**
 * Values as CSV (RFC 4180): the names of the fields as head, lists apart by semicolons, null and what is empty as an empty cell, no cell a formula. `csvRows` reads them
 * back as they are. Pure.
 */
export function csvOf<V extends object>(kind: BulkKind<V>, values: readonly V[]): string {
  const columns = cellFields(kind)
  const line = (cells: readonly string[]) => cells.map(quoted).join(',')
  const rows = values.map((value) =>
    line(columns.map((field) => cellText(field, (value as Record<string, unknown>)[field.name]))),
  )
  return [line(columns.map(({ name }) => name)), ...rows, ''].join('\r\n')
}

function columnsOf(head: readonly string[], known: readonly CellField[]): CellField[] {
  const columns = head.map((name) => known.find((field) => field.name === name))
  const strange = head.filter((_, place) => columns[place] === undefined)
  const twice = head.filter((name, place) => head.indexOf(name) !== place && !strange.includes(name))
  const names = known.map(({ name }) => name).join(', ')
  const problems = [
    ...strange.map((name) => ({
      name: name.slice(0, 60) || 'line 1',
      detail: `is not a field here, expected ${names}`,
    })),
    ...twice.map((name) => ({ name, detail: 'expected once in the head' })),
  ]
  if (problems.length > 0) throw new InputError(problems.slice(0, 20))
  return columns.filter((column) => column !== undefined)
}

/**
 * The rows of a CSV text whose head names fields of the kind, each with its line. Columns that are not there are not sent. Throws `InputError` for a head that is none; what is wrong
 * with a line goes with its row. Pure.
 */
export function csvRows<V extends object>(kind: BulkKind<V>, text: string): Row[] {
  const [head, ...records] = csvRecords(text)
  if (head === undefined) throw new InputError([{ name: 'body', detail: 'expected a head and a line for each thing' }])
  const columns = columnsOf(head.cells, cellFields(kind))
  return records.map(({ line, cells }) => {
    const fields = Object.fromEntries(
      columns
        .map((field, place) => [field.name, cellValue(field, cells[place] ?? '')] as const)
        .filter(([, value]) => value !== undefined),
    )
    if (cells.length === columns.length) return { line, fields }
    const detail = `expected ${columns.length} cells as in the head, got ${cells.length}`
    return { line, fields, problems: [{ name: 'line', detail }] }
  })
}
