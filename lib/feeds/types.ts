/** What every feed gives back and how it fails. Shapes only; the feeds themselves live in their own folders. */

/** The closed set of ways a feed fails. Each has one policy (`lib/feeds/policy.ts`). */
export const feedErrorClasses = [
  'rate-limited',
  'refused',
  'unreachable',
  'timeout',
  'not-the-format',
  'empty',
  'unknown-symbol',
  'invalid-rows',
] as const
export type FeedErrorClass = (typeof feedErrorClasses)[number]

/** A failure of a feed: its class, and a message in plain words that names the feed, what was asked and what came. */
export class FeedError extends Error {
  override readonly name = 'FeedError'
  constructor(
    readonly feed: string,
    readonly errorClass: FeedErrorClass,
    message: string,
    /** Milliseconds the feed asked us to wait (`Retry-After`), when it did. */
    readonly retryAfterMs: number | null = null,
  ) {
    super(message)
  }
}

/** Raised when we ourselves send a feed no request now: its bucket is empty, it asked to be left alone, or its breaker is open. Never retried, never held against it. */
export class FeedHeldBack extends FeedError {}

/** Everything a client needs from outside. `origin` replaces scheme, host and port of every URL of the feed when set. */
export interface FeedContext {
  readonly origin: string | null
  /** Contact address, sent in the User-Agent. */
  readonly contact: string
  readonly now: () => Date
  readonly timeoutMs: number
  readonly maxBytes: number
  readonly signal?: AbortSignal
  /** Waits between attempts; a timer of the process when absent. Tests give one that returns at once. */
  readonly sleep?: (ms: number) => Promise<void>
  /** Spread of the waits, 0 to 1; `Math.random` when absent. */
  readonly random?: () => number
  /** Waited for before each request, retries too; throws FeedHeldBack when it may not be sent. */
  readonly beforeRequest?: (target: string) => Promise<void>
  /** Told before each wait, and waited for: the failure, and the milliseconds until the next attempt. */
  readonly onRetry?: (error: FeedError, waitMs: number) => void | Promise<void>
}

/** A row that could not be read: where it stood, why it was refused, and the row itself. */
export interface FeedRejection {
  readonly key: string
  readonly reason: string
  readonly payload: unknown
}

/** One daily bar as a feed gave it, decimals as strings in the listing's currency, volume in shares. */
export interface FeedBar {
  /** The exchange's own date, `YYYY-MM-DD`. */
  readonly session: string
  readonly open: string
  readonly high: string
  readonly low: string
  readonly close: string
  readonly volume: bigint | null
}

/** A split (ratio, shares after for shares before, as two integers) or a cash dividend a share as the feed states it. */
export type FeedAction =
  | { readonly kind: 'split'; readonly exDate: string; readonly numerator: number; readonly denominator: number }
  | { readonly kind: 'dividend'; readonly exDate: string; readonly cash: string; readonly currency: string | null }

/** What a feed says of an instrument beside its figures; null for what it does not say. */
export interface FeedInstrument {
  readonly name: string | null
  /** The feed's own word for the exchange. */
  readonly exchange: string | null
  /** The feed's own word for the kind of instrument. */
  readonly kind: string | null
  /** Date of the first trade it knows of, at the exchange. */
  readonly firstTrade: string | null
}

export interface FeedBars {
  readonly feed: string
  readonly feedSymbol: string
  readonly currency: string | null
  /** `raw`: as traded. `split`: divided by the ratios of all later splits the feed knows. */
  readonly basis: 'raw' | 'split'
  /** Ascending by session, no duplicates. */
  readonly bars: readonly FeedBar[]
  readonly actions: readonly FeedAction[]
  /** Sessions the feed lists with null prices. */
  readonly nullSessions: readonly string[]
  /** Rows that could not be read, whole, with the reason; they go to quarantine. */
  readonly rejected: readonly FeedRejection[]
  /** Steps to which the feed has rounded what others give finer: a price (decimal), shares. A stored figure within less than a step of the feed's is no other figure. */
  readonly rounding?: { readonly price?: string; readonly volume?: bigint }
  readonly fetchedAt: Date
  /** Absent for a feed that says nothing of the instrument. */
  readonly instrument?: FeedInstrument
}

export interface FeedRevenue {
  /** `2025-Q2` (calendar quarter) or `FY2026-Q4` (fiscal quarter). */
  readonly label: string
  readonly periodStart: string
  readonly periodEnd: string
  /** Decimal string in `currency`. */
  readonly value: string
  readonly currency: string
  readonly filed: string | null
  readonly knownAt: Date
  readonly derived: boolean
  readonly precision: string
  readonly document: string
}

/** Shares outstanding of a company as one document states them for one day. */
export interface FeedShareCount {
  /** The day the count is of. */
  readonly asOf: string
  /** Decimal string, as the feed has it. */
  readonly shares: string
  readonly filed: string
  readonly knownAt: Date
  readonly document: string
}

/** What a feed has of a company's quarterly revenue, ascending by period, a restatement after what it restates; rows that could not be read are in `rejected`. */
export interface FeedRevenues {
  readonly rows: FeedRevenue[]
  readonly rejected: FeedRejection[]
  /** Share counts that came in the same document, ascending by day; absent for a feed that has none. */
  readonly shares?: { readonly rows: FeedShareCount[]; readonly rejected: FeedRejection[] }
}

export interface FeedRate {
  readonly base: string
  readonly quote: string
  readonly date: string
  /** Units of `quote` for one `base`, decimal string. */
  readonly rate: string
}

/** A live price as a feed gave it, as traded, decimals as strings in the listing's currency. */
export interface FeedQuote {
  readonly feed: string
  readonly feedSymbol: string
  /** Null where the format has none. */
  readonly currency: string | null
  /** The moment the feed says the price is of. */
  readonly at: Date
  readonly price: string
  /** Of the session so far; null where the feed leaves it out. */
  readonly open: string | null
  readonly high: string | null
  readonly low: string | null
  readonly previousClose: string | null
  /** Shares since the open. */
  readonly volume: bigint | null
  readonly fetchedAt: Date
}

/** What a feed answered for one symbol of a batch: its price, or why there is none. */
export type QuoteAnswer =
  | { readonly feedSymbol: string; readonly quote: FeedQuote }
  | { readonly feedSymbol: string; readonly error: FeedError }
