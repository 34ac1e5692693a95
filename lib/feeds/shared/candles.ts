import { Decimal } from 'decimal.js'
import { isTradingDate } from '@/lib/market/date'
import { type FeedBar, type FeedBars, FeedError, type FeedRejection } from '../types'

/**
 * One row as `[date, open, close, high, low, volume, …]`: the close comes second. Cells are text, sometimes numbers;
 * more cells may follow.
 */
export interface CandleRow {
  readonly cells: readonly unknown[]
  /** The row as the feed sent it. */
  readonly payload: unknown
}

const names = ['open', 'close', 'high', 'low', 'volume'] as const
/** What stands where there was no trade: nothing, a dash, or zeros in all prices. */
const isNothing = (cell: unknown) => cell === null || cell === '' || cell === '-'
const isZero = (cell: unknown) => (typeof cell === 'string' || typeof cell === 'number') && Number(cell) === 0

/** A cell as a decimal of zero or more; null for what is none. */
function decimalOf(cell: unknown): Decimal | null {
  const text = typeof cell === 'number' ? String(cell) : cell
  return typeof text === 'string' && /^\d{1,18}(\.\d{1,12})?$/.test(text) ? new Decimal(text) : null
}

/**
 * A bar, null for a session without trade, or why the row is refused. `lot` is how many shares the feed counts as one.
 */
function readRow({ cells }: CandleRow, session: string, lot: number): FeedBar | string | null {
  const values = cells.slice(1, 6)
  if (values.length < 5) return `${cells.length} cells, expected date, open, close, high, low, volume`
  const prices = values.slice(0, 4)
  const none = isNothing(values[4]) || isZero(values[4])
  if (prices.every(isNothing) || (none && prices.every(isZero))) return null
  const unread = names.filter((_, i) => decimalOf(values[i]) === null && !(i === 4 && isNothing(values[i])))
  const [open, close, high, low, volume = null] = values.map(decimalOf)
  if (!open || !close || !high || !low || unread.length > 0) {
    const said = unread.map((name) => `${name} is ${JSON.stringify(values[names.indexOf(name)])}`).join(', ')
    return `${said}, not a number of zero or more`
  }
  return {
    session,
    open: open.toFixed(),
    high: high.toFixed(),
    low: low.toFixed(),
    close: close.toFixed(),
    volume: volume === null ? null : BigInt(volume.mul(lot).toFixed(0)),
  }
}

const sameCells = (a: CandleRow, b: CandleRow) =>
  [0, 1, 2, 3, 4, 5].every((i) => String(a.cells[i]) === String(b.cells[i]))

/**
 * One bar a session from rows in any order, ascending, within `range` (both ends included); rows outside it are left
 * out. Rows that cannot be read are refused
 * whole. Of copies one is kept; rows that differ for one session are all refused, since nothing says which is right.
 * `lot`: shares to one unit of volume.
 */
function barsOfCandles(
  rows: readonly CandleRow[],
  lot: number,
  range: { readonly from: string; readonly to: string },
): { bars: FeedBar[]; nullSessions: string[]; rejected: FeedRejection[] } {
  const bars: FeedBar[] = []
  const nullSessions: string[] = []
  const rejected: FeedRejection[] = []
  const bySession = new Map<string, CandleRow[]>()
  for (const [i, row] of rows.entries()) {
    const session = row.cells[0]
    if (typeof session !== 'string' || !isTradingDate(session)) {
      const reason = `its date is ${JSON.stringify(session) ?? 'missing'}, expected YYYY-MM-DD`
      rejected.push({ key: `row ${i + 1}`, reason, payload: row.payload })
    } else if (session >= range.from && session <= range.to) {
      bySession.set(session, [...(bySession.get(session) ?? []), row])
    }
  }
  for (const [session, copies] of [...bySession].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [first, ...others] = copies
    if (first === undefined) continue
    if (others.some((other) => !sameCells(first, other))) {
      const reason = `${copies.length} rows that differ for one session`
      for (const { payload } of copies) rejected.push({ key: session, reason, payload })
      continue
    }
    const read = readRow(first, session, lot)
    if (read === null) nullSessions.push(session)
    else if (typeof read === 'string') rejected.push({ key: session, reason: read, payload: first.payload })
    else bars.push(read)
  }
  return { bars, nullSessions, rejected }
}

/**
 * The answer of a feed that serves candles as traded, in a format without currency and actions. `price` is the step the feed rounds prices to,
 * null when it does not; `lot` as in `barsOfCandles`. Throws a FeedError `empty` when the range holds no row at all.
 */
export function unadjustedBars(
  rows: readonly CandleRow[],
  about: {
    readonly feed: { readonly id: string; readonly name: string }
    readonly feedSymbol: string
    readonly fetchedAt: Date
    readonly lot: number
    readonly price: string | null
  },
  range: { readonly from: string; readonly to: string },
): FeedBars {
  const { feed, feedSymbol, fetchedAt, lot, price } = about
  const result = barsOfCandles(rows, lot, range)
  if (result.bars.length + result.nullSessions.length + result.rejected.length === 0) {
    throw new FeedError(feed.id, 'empty', `${feed.name} has no bars of ${feedSymbol} from ${range.from} to ${range.to}`)
  }
  const rounding = { ...(price === null ? {} : { price }), ...(lot > 1 ? { volume: BigInt(lot) } : {}) }
  return { feed: feed.id, feedSymbol, currency: null, basis: 'raw', actions: [], fetchedAt, rounding, ...result }
}
