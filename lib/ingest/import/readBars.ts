import type { FeedBar } from '@/lib/feeds/types'
import { type Column, type Columns, columnsOf } from './columns'
import { type CsvRecord, csvRecords } from './csvText'
import { type Read, readDate, readPrice, readVolume } from './values'

/** What is wrong with a line of a file; lines count from 1, the head included. */
export interface LineError {
  readonly line: number
  readonly message: string
}

/** A session of a file. */
export interface FileBar extends FeedBar {
  readonly line: number
}

const names: Readonly<Record<Column, string>> = {
  session: 'date',
  open: 'open',
  high: 'high',
  low: 'low',
  close: 'close',
  volume: 'volume',
}

function barOf({ line, cells }: CsvRecord, { at, sharesPerUnit }: Columns): { bar: FileBar } | { error: LineError } {
  const problems: string[] = []
  const cell = (column: Column) => cells[at[column] ?? -1] ?? ''
  const take = <T>(column: Column, read: Read<T>, none: T): T => {
    if ('value' in read) return read.value
    problems.push(`${names[column]} ${read.problem}`)
    return none
  }
  const price = (column: Column) => take(column, readPrice(cell(column)), '')
  const bar = {
    line,
    session: take('session', readDate(cell('session')), ''),
    open: price('open'),
    high: price('high'),
    low: price('low'),
    close: price('close'),
    volume: take('volume', readVolume(cell('volume'), sharesPerUnit), null),
  }
  return problems.length === 0 ? { bar } : { error: { line, message: problems.join('; ') } }
}

/**
 * The daily bars of a delimited text with a head, in the file's order, and what could not be read, by line. A date that comes twice is an error of its later line. Dates, decimals and heads as
 * `values.ts` and `columns.ts` say; volume in shares. Never throws. Pure.
 */
export function readCsvBars(text: string): { bars: FileBar[]; errors: LineError[]; hasVolume: boolean } {
  const [head, ...records] = csvRecords(text)
  const none = (line: number, message: string) => ({ bars: [], errors: [{ line, message }], hasVolume: false })
  if (head === undefined) return none(1, 'the file is empty')
  const columns = columnsOf(head.cells)
  if (typeof columns === 'string') return none(head.line, columns)
  if (records.length === 0) return none(head.line, 'there is a head and no line below it')
  const bars: FileBar[] = []
  const errors: LineError[] = []
  const lineOf = new Map<string, number>()
  for (const record of records) {
    const read = barOf(record, columns)
    const first = 'bar' in read ? lineOf.get(read.bar.session) : undefined
    if ('error' in read) errors.push(read.error)
    else if (first !== undefined) {
      errors.push({ line: record.line, message: `${read.bar.session} is on line ${first} already` })
    } else {
      lineOf.set(read.bar.session, record.line)
      bars.push(read.bar)
    }
  }
  return { bars, errors, hasVolume: columns.at.volume !== undefined }
}
