/** The shapes of what ships in the box. Dates are `YYYY-MM-DD`, moments ISO strings ending in `Z`, amounts decimal strings. */

/** The company (listed or not), chip, cluster or number format that events, claims and milestones are about. */
export interface SeedTopic {
  readonly slug: string
  readonly name: string
  readonly nameZh: string
  readonly kind: 'company' | 'chip' | 'cluster' | 'format'
  /** Slug of the company a chip or cluster belongs to. */
  readonly parent: string | null
  readonly note: string
  readonly noteZh: string
}

/** One instrument on one exchange, with the topics it stands for and the name each feed has for it. */
export interface SeedListing {
  readonly symbol: string
  readonly mic: string
  readonly ticker: string
  readonly name: string
  readonly nameZh: string
  readonly kind: 'equity' | 'adr' | 'index'
  readonly currency: string
  readonly listedOn: string | null
  /** First bundled session. */
  readonly trackedFrom: string
  /** Last session to which cash dividends are known to be complete; null when not known at all. */
  readonly dividendsKnownTo: string | null
  readonly benchmark: string | null
  readonly secondBenchmark: string | null
  readonly position: number
  readonly topics: readonly string[]
  /** Feed name to the feed's own symbol. */
  readonly feedSymbols: Readonly<Record<string, string>>
}

/** Something dated that may have moved a price. `start` and `end` are as exact as `precision` says. */
export interface SeedEvent {
  readonly slug: string
  readonly kind: 'event' | 'results'
  readonly title: string
  readonly titleZh: string
  readonly text: string
  readonly textZh: string
  readonly start: string
  readonly end: string | null
  readonly precision: 'minute' | 'day' | 'month'
  /** Told at the home exchange of the first listing; `unknown` for minutes (their moment says it) and months. */
  readonly phase: 'pre' | 'intraday' | 'after' | 'unknown'
  readonly timeNote: string
  readonly timeNoteZh: string
  readonly sourceName: string
  readonly sourceUrl: string | null
  /** Whether a second source confirms it. */
  readonly confirmed: boolean
  readonly tags: readonly string[]
  readonly topics: readonly string[]
  /** In the order the event names them: position is the index. */
  readonly listings: readonly string[]
}

/** A product promised for a window of time. `promised` is `2026-Q1`, `2027`, or null when no window was given. */
export interface SeedMilestone {
  readonly slug: string
  readonly title: string
  readonly titleZh: string
  readonly topic: string
  readonly promised: string | null
  readonly shippedOn: string | null
  readonly evidence: string
  readonly evidenceZh: string
  readonly evidenceUrl: string | null
  readonly sourceName: string
  readonly sourceUrl: string | null
  readonly position: number
}

/** Revenue of one fiscal quarter as one document gave it. */
export interface SeedRevenue {
  readonly topic: string
  /** `2025-Q2` (calendar quarter) or `FY2026-Q4` (fiscal quarter). */
  readonly label: string
  readonly periodStart: string
  readonly periodEnd: string
  readonly value: string
  readonly currency: string
  readonly filed: string | null
  readonly knownAt: string
  /** How the moment is known. */
  readonly knownAtNote: string
  /** True when it is a difference of reported figures. */
  readonly derived: boolean
  /** `exact`, or a word on its rounding. */
  readonly precision: string
  readonly document: string
}

/** A split or bonus issue (shares after for shares before), or cash a share before any split of the same day. */
export type SeedAction =
  | {
      readonly symbol: string
      readonly exDate: string
      readonly kind: 'split'
      readonly ratioNumerator: number
      readonly ratioDenominator: number
      readonly source: string
    }
  | {
      readonly symbol: string
      readonly exDate: string
      readonly kind: 'dividend'
      readonly cash: string
      readonly currency: string
      readonly source: string
    }

/** Daily figures of one listing as traded, one entry a session in every column; volume in shares, null where there is none. */
export interface BundledBars {
  readonly session: string[]
  readonly open: string[]
  readonly high: string[]
  readonly low: string[]
  readonly close: string[]
  readonly volume: (bigint | null)[]
}

/** Units of `quote` for one euro on one day. */
export interface BundledRate {
  readonly base: 'EUR'
  readonly quote: string
  readonly date: string
  readonly rate: string
}

/** A condition on the series. What `parameters` leaves out has the default of the kind. */
export interface SeedRule {
  readonly slug: string
  readonly name: string
  readonly nameZh: string
  readonly kind:
    | 'abnormal-return'
    | 'event-verdict'
    | 'volume'
    | 'extreme'
    | 'drawdown'
    | 'relative-strength'
    | 'revenue-filed'
    | 'milestone'
    | 'claim-verdict'
    | 'stale-series'
    | 'gap'
    | 'held-row'
  readonly parameters: Readonly<Record<string, unknown>>
  /** Symbols; all when empty. */
  readonly listings: readonly string[]
  readonly position: number
}
