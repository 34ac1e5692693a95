import type { TradingDate } from './date'

/**
 * Daily bars as columns of one length, ascending by session: prices as decimals in the listing's currency, volume in
 * shares (null where unknown).
 */
export interface BarColumns {
  session: TradingDate[]
  open: string[]
  high: string[]
  low: string[]
  close: string[]
  volume: (bigint | null)[]
}

/** What prices and volumes of some sessions become. */
export interface BarMap {
  readonly price: (price: string) => string
  readonly volume: (volume: bigint) => bigint
}

function assertColumns(bars: BarColumns): void {
  const { session, open, high, low, close, volume } = bars
  for (const [name, column] of Object.entries({ open, high, low, close, volume })) {
    if (column.length !== session.length) {
      throw new RangeError(`the column ${name} has ${column.length} rows, session has ${session.length}`)
    }
  }
  session.forEach((date, i) => {
    const before = session[i - 1]
    if (before !== undefined && before >= date) throw new RangeError(`session ${date} follows ${before}: not ascending`)
  })
}

/**
 * New bars, each mapped by the segment (ascending by `before`, the last with null) its session lies in. Throws a
 * RangeError for unequal columns or sessions out of order.
 */
export function mapBars<Segment extends { readonly before: TradingDate | null }>(
  bars: BarColumns,
  segments: readonly Segment[],
  mapOf: (segment: Segment) => BarMap,
): BarColumns {
  assertColumns(bars)
  const out: BarColumns = { session: [...bars.session], open: [], high: [], low: [], close: [], volume: [] }
  let from = 0
  for (const segment of segments) {
    const { before } = segment
    let to = from
    while (to < bars.session.length && (before === null || (bars.session[to] ?? '') < before)) to++
    const { price, volume } = mapOf(segment)
    for (const name of ['open', 'high', 'low', 'close'] as const) {
      for (const value of bars[name].slice(from, to)) out[name].push(price(value))
    }
    for (const value of bars.volume.slice(from, to)) out.volume.push(value === null ? null : volume(value))
    from = to
  }
  return out
}
