/** A session as traded; null prices make a row of nulls. */
export interface StandinBar {
  readonly session: string
  readonly open: number | null
  readonly high: number | null
  readonly low: number | null
  readonly close: number | null
  readonly volume: number | null
}

export type StandinAction =
  | { readonly kind: 'split'; readonly exDate: string; readonly numerator: number; readonly denominator: number }
  /** Cash a share as it was on the ex-date. */
  | { readonly kind: 'dividend'; readonly exDate: string; readonly cash: number }

export interface StandinListing {
  /** Yahoo's symbol. Tencent and Eastmoney know the listing by their own, which `symbols.ts` tells from this one. */
  readonly symbol: string
  readonly currency: string | null
  readonly timeZone: string
  /** Open of a session, `HH:MM` in the zone; 09:30 when absent. */
  readonly open?: string
  /** As traded, any order; the server divides by later splits as Yahoo does. */
  readonly bars: readonly StandinBar[]
  readonly actions?: readonly StandinAction[]
  /** Latest price, appended to every answer as a row of its own, whatever range is asked for. */
  readonly live?: { readonly at: string; readonly price: number; readonly volume: number | null }
  /** A session that is replayed by the stand-in's clock: what has been traded by then is its running bar and its live price, from `close` on its bar alone. */
  readonly replay?: {
    readonly session: string
    /** ISO moment of its end. */
    readonly close: string
    /** Ascending by moment (ISO); shares traded at each. */
    readonly ticks: readonly { readonly at: string; readonly price: number; readonly shares: number }[]
  }
}

export interface StandinFact {
  readonly start: string
  readonly end: string
  readonly val: number
  readonly accn: string
  readonly form: string
  readonly filed: string
}

export interface StandinShareCount {
  readonly end: string
  readonly val: number
  readonly accn: string
  readonly form: string
  readonly filed: string
  readonly unit?: string
}

export interface StandinFiling {
  readonly accessionNumber: string
  readonly filingDate: string
  readonly acceptanceDateTime: string
  readonly form: string
  readonly items: string
}

export interface StandinCompany {
  readonly cik: number
  readonly name: string
  /** Facts in US dollars by tag of us-gaap. */
  readonly facts: Readonly<Record<string, readonly StandinFact[]>>
  /** Share counts of the covers; the facts have no `dei` when absent. `unit` is `shares` unless given. */
  readonly shareCounts?: readonly StandinShareCount[]
  /** Absent: the SEC answers 404 for the submissions. */
  readonly filings?: readonly StandinFiling[]
}

/** One report of a mainland company, revenue in CNY from 1 January on. */
export interface StandinReport {
  readonly code: string
  readonly reportDate: string
  readonly noticeDate: string
  readonly yearToDate: number | null
}

/** Units for one euro by currency on a day; null where it was not quoted. */
export interface StandinRates {
  readonly date: string
  readonly rates: Readonly<Record<string, number | null>>
}

/** Everything the stand-in knows. What is absent is unknown to it. */
export interface StandinData {
  readonly listings?: readonly StandinListing[]
  readonly companies?: readonly StandinCompany[]
  readonly reports?: readonly StandinReport[]
  readonly rates?: readonly StandinRates[]
}

export type Fault =
  | { readonly kind: 'rate-limit'; readonly retryAfter?: string }
  | { readonly kind: 'html'; readonly title?: string; readonly status?: number }
  | { readonly kind: 'half-body' }
  | { readonly kind: 'cut-json' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'slow'; readonly ms: number }
  /** Sends the head and half of the body at once and the rest never. */
  | { readonly kind: 'stall' }
  | { readonly kind: 'status'; readonly status: number; readonly body?: string; readonly type?: string }
  | { readonly kind: 'redirect'; readonly location: string }
  /** Yahoo only. */
  | { readonly kind: 'not-found' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'null-bars'; readonly sessions: readonly string[] }
  | { readonly kind: 'currency'; readonly currency: string | null }

/** A fault for requests whose path and query contain `match`, for so many of them (all when absent). */
export interface FaultRule {
  readonly match: string
  readonly fault: Fault
  readonly times?: number
}

/** What a format has to say to a request. */
export interface Answer {
  readonly status: number
  readonly type: string
  readonly body: string | Buffer
}
