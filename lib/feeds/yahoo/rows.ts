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

function numericRow(row: ChartRow): NumericRow | string {
  const values: Record<(typeof cells)[number], Cell> = { open: null, high: null, low: null, close: null, volume: null }
  for (const cell of cells) {
    const value = row[cell]
    if (value === null || value === undefined) continue
    if (typeof value !== 'number' || !Number.isFinite(value)) return `${cell} is ${JSON.stringify(value)}, not a number`
    values[cell] = value
  }
  return { session: row.session, ...values }
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
  const bySession = new Map<string, { row: ChartRow; values: NumericRow }[]>()
  for (const row of rows) {
    const values = numericRow(row)
    if (typeof values === 'string') rejected.push({ key: row.session, reason: values, payload: row })
    else bySession.set(row.session, [...(bySession.get(row.session) ?? []), { row, values }])
  }
  const lastSession = rows.at(-1)?.session
  const bars: FeedBar[] = []
  const nullSessions: string[] = []
  for (const session of [...bySession.keys()].sort()) {
    const [first, second, ...more] = bySession.get(session) ?? []
    if (first === undefined) continue
    const copies = second === undefined ? [] : [second, ...more]
    let values = first.values
    if (second !== undefined && more.length === 0 && session === lastSession) {
      values = withLiveRow(values, second.values)
    } else if (copies.some((copy) => !same(copy.values, first.values))) {
      const reason = `${copies.length + 1} rows that differ for one session`
      for (const { row } of [first, ...copies]) rejected.push({ key: session, reason, payload: row })
      continue
    } else {
      for (const { row } of copies) rejected.push({ key: session, reason: 'repeats the row before', payload: row })
    }
    const bar = barOf(values)
    if (bar === null) nullSessions.push(session)
    else if (typeof bar === 'string') rejected.push({ key: session, reason: bar, payload: first.row })
    else bars.push(bar)
  }
  return { bars, nullSessions, rejected }
}
