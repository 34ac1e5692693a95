import { sixPlaces } from '../shared/decimal'
import type { FeedBar, FeedRejection } from '../types'
import type { ChartRow } from './chart'

type Cell = number | null

/** A row whose cells are numbers or null. */
interface NumericRow {
  readonly session: string
  readonly open: Cell
  readonly high: Cell
  readonly low: Cell
  readonly close: Cell
  readonly volume: Cell
}

const cells = ['open', 'high', 'low', 'close', 'volume'] as const
const priceCells = ['open', 'high', 'low', 'close'] as const

const isNumber = (value: unknown): value is Cell =>
  value === null || (typeof value === 'number' && Number.isFinite(value))

type ReadRow = ChartRow & NumericRow

const isNumeric = ({ open, high, low, close, volume }: ChartRow) =>
  isNumber(open) && isNumber(high) && isNumber(low) && isNumber(close) && isNumber(volume)

/** The row itself when its cells are numbers or null, else what is wrong with the first that is not. A copy would cost as much as all else of a row. */
function numericRow(row: ChartRow): ReadRow | string {
  if (isNumeric(row)) return row as ReadRow
  const cell = cells.find((name) => !isNumber(row[name])) ?? 'open'
  return `${cell} is ${JSON.stringify(row[cell])}, not a number`
}

/** A row as it is held back: with its moment in words. */
function payloadOf({ session, seconds, open, high, low, close, volume }: ChartRow) {
  return { session, at: new Date(seconds * 1000).toISOString(), open, high, low, close, volume }
}

function pick(cell: 'high' | 'low' | 'volume', a: Cell, b: Cell): Cell {
  if (a === null || b === null) return a ?? b
  return cell === 'low' ? Math.min(a, b) : Math.max(a, b)
}

/** The last session's bar and its live row as one: open of the first, close of the live row, the wider range, the larger volume. */
function withLiveRow(first: NumericRow, live: NumericRow): NumericRow {
  return {
    session: first.session,
    open: first.open ?? live.open,
    high: pick('high', first.high, live.high),
    low: pick('low', first.low, live.low),
    close: live.close ?? first.close,
    volume: pick('volume', first.volume, live.volume),
  }
}

function barOf(row: NumericRow): FeedBar | string | null {
  const { open, high, low, close, volume } = row
  if (open === null && high === null && low === null && close === null) return null
  if (open === null || high === null || low === null || close === null) {
    return `no ${priceCells.filter((cell) => row[cell] === null).join(', ')}`
  }
  if (volume !== null && volume < 0) return `volume is ${volume}, below zero`
  return {
    session: row.session,
    open: sixPlaces(open),
    high: sixPlaces(high),
    low: sixPlaces(low),
    close: sixPlaces(close),
    volume: volume === null ? null : BigInt(Math.round(volume)),
  }
}

const same = (a: NumericRow, b: NumericRow) => cells.every((cell) => a[cell] === b[cell])

/** The rows of each session. */
function rowsBySession(rows: readonly ReadRow[]): Map<string, readonly ReadRow[]> {
  const sessions = new Map<string, ReadRow[]>()
  for (const each of rows) {
    const others = sessions.get(each.session)
    if (others === undefined) sessions.set(each.session, [each])
    else others.push(each)
  }
  return sessions
}

/** Keeps what is to be read for a session out of its rows (`isLast`: of the very last session); nothing when nothing says which of them is right. */
function keepOne(
  [first, second, ...more]: readonly ReadRow[],
  isLast: boolean,
  keep: (values: NumericRow, row: ChartRow) => void,
  reject: (row: ChartRow, reason: string) => void,
): void {
  if (first === undefined) return
  if (second !== undefined && more.length === 0 && isLast) {
    keep(withLiveRow(first, second), first)
    return
  }
  const copies = second === undefined ? [] : [second, ...more]
  if (copies.some((copy) => !same(copy, first))) {
    for (const row of [first, ...copies]) reject(row, `${copies.length + 1} rows that differ for one session`)
    return
  }
  for (const row of copies) reject(row, 'repeats the row before')
  keep(first, first)
}

/**
 * One bar a session from the chart's rows (in its order, already of the wanted range).
 * Yahoo may append today's latest price as a row of its own, so exactly two rows of the very last session are merged into one. Any other repeat is
 * refused: the copies when they are the same, all of them when they differ, since nothing says which is right. Rows without any price are `nullSessions`.
 */
export function barsOfRows(rows: readonly ChartRow[]): {
  bars: FeedBar[]
  nullSessions: string[]
  rejected: FeedRejection[]
} {
  const rejected: FeedRejection[] = []
  const bars: FeedBar[] = []
  const nullSessions: string[] = []
  const reject = (row: ChartRow, reason: string) => {
    rejected.push({ key: row.session, reason, payload: payloadOf(row) })
  }
  const keep = (values: NumericRow, row: ChartRow) => {
    const bar = barOf(values)
    if (bar === null) nullSessions.push(row.session)
    else if (typeof bar === 'string') reject(row, bar)
    else bars.push(bar)
  }
  const read: ReadRow[] = []
  let ascending = true
  for (const row of rows) {
    const numeric = numericRow(row)
    if (typeof numeric === 'string') {
      reject(row, numeric)
      continue
    }
    const before = read.at(-1)
    ascending &&= before === undefined || before.session < row.session
    read.push(numeric)
  }
  if (ascending) {
    for (const each of read) keep(each, each)
    return { bars, nullSessions, rejected }
  }
  const lastSession = rows.at(-1)?.session
  for (const [session, ofSession] of [...rowsBySession(read)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    keepOne(ofSession, session === lastSession, keep, reject)
  }
  return { bars, nullSessions, rejected }
}
