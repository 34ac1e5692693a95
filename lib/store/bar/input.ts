/** The figures of a bar: prices as traded (decimal strings), volume in shares, null where unknown. */
export interface BarFigures {
  readonly session: string
  readonly open: string
  readonly high: string
  readonly low: string
  readonly close: string
  readonly volume: bigint | null
}

/** One bar to store. */
export interface BarInput extends BarFigures {
  readonly settled: boolean
  /** Moment the figures stand for. */
  readonly asOf: Date
}

export interface BarSource {
  readonly feed: string
  readonly feedSymbol: string
  readonly fetchedAt: Date
}

/** Bars of one listing from one source; no session twice. */
export interface BarBatch {
  readonly listingId: number
  readonly bars: readonly BarInput[]
  readonly source: BarSource
}

export interface WriteCounts {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
}
