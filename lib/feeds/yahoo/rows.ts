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

const isNumber = (value: unknown) => value === null || (typeof value === 'number' && Number.isFinite(value))
const orNull = (value: unknown) => (value === undefined ? null : value)

/** The row itself when its cells are numbers or null, else what is wrong with the first that is not. */
function numericRow(row: ChartRow): NumericRow | string {
  const { session, open, high, low, close, volume } = row
  const values = {
    session,
    open: orNull(open),
    high: orNull(high),
    low: orNull(low),
    close: orNull(close),
    volume: orNull(volume),
  }
  const wrong = cells.find((cell) => !isNumber(values[cell]))
  return wrong === undefined ? (values as NumericRow) : `${wrong} is ${JSON.stringify(row[wrong])}, not a number`
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

interface ReadRow {
  readonly row: ChartRow
  readonly values: NumericRow
}
type OfSession = readonly [ReadRow, ...ReadRow[]]

/** The rows of each session together, ascending by session. */
function bySession(rows: readonly ReadRow[]): OfSession[] {
  const sessionAt = (i: number) => rows[i]?.row.session ?? ''
  // As they nearly always come there is nothing to put together.
  if (rows.every((_, i) => i === 0 || sessionAt(i - 1) < sessionAt(i))) return rows.map((row): OfSession => [row])
  const sessions = new Map<string, [ReadRow, ...ReadRow[]]>()
  for (const each of rows) {
    const others = sessions.get(each.row.session)
    if (others === undefined) sessions.set(each.row.session, [each])
    else others.push(each)
  }
  return [...sessions].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, ofSession]) => ofSession)
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
  const reject = (row: ChartRow, reason: string) => rejected.push({ key: row.session, reason, payload: payloadOf(row) })
  const read: ReadRow[] = []
  for (const row of rows) {
    const values = numericRow(row)
    if (typeof values === 'string') reject(row, values)
    else read.push({ row, values })
  }
  const lastSession = rows.at(-1)?.session
  for (const [first, ...copies] of bySession(read)) {
    const { session } = first.row
    const [second] = copies
    let { values } = first
    if (second !== undefined && copies.length === 1 && session === lastSession) {
      values = withLiveRow(values, second.values)
    } else if (copies.some((copy) => !same(copy.values, first.values))) {
      for (const { row } of [first, ...copies]) reject(row, `${copies.length + 1} rows that differ for one session`)
      continue
    } else {
      for (const { row } of copies) reject(row, 'repeats the row before')
    }
    const bar = barOf(values)
    if (bar === null) nullSessions.push(session)
    else if (typeof bar === 'string') reject(first.row, bar)
    else bars.push(bar)
  }
  return { bars, nullSessions, rejected }
}
