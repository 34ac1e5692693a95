/** How much of a measurement is made: `short` ones end within three minutes all together, `full` ones have the sizes that the product is promised for. */
export type Mode = 'short' | 'full'

/** What is promised: a bound of `ours / floor`, or, where `of` says so, of `ours` itself. */
export interface Limit {
  readonly of: 'ratio' | 'ours'
  readonly least?: number
  readonly most?: number
}

/** One figure of ours beside the floor's, both from this run. */
export interface Figure {
  /** What was measured, such as `first load`. */
  readonly name: string
  /** On what, such as `100,000 bars of 40 listings`. */
  readonly size: string
  /** `ms`, `rows/s`, `requests/s`, `KB a reader`. */
  readonly unit: string
  /** Median of the rounds. */
  readonly ours: number
  /** Median of the rounds; null where there is nothing to compare with, only a promise. */
  readonly floor: number | null
  /** How many rounds the medians are of. */
  readonly rounds: number
  readonly limit: Limit | null
  /** The least and the greatest ratio within one round, where each round has one of its own. */
  readonly spread?: readonly [least: number, most: number]
  /** Others that do the same work, by name, in the same unit. */
  readonly peers?: readonly { readonly name: string; readonly value: number }[]
}

/** A part of `npm run bench`, under the name that the command line knows. */
export interface Section {
  readonly name: string
  /** Brings up what it needs (databases, servers, browsers), measures floor and ours in turn, and leaves nothing running. */
  measure(mode: Mode, say: (line: string) => void): Promise<readonly Figure[]>
}

/** Ours as a multiple of the floor; null without one. */
export function ratioOf({ ours, floor }: Figure): number | null {
  return floor === null ? null : ours / floor
}

/** Whether the promise is kept; null where nothing is promised. */
export function isKept(figure: Figure): boolean | null {
  const { limit } = figure
  if (limit === null) return null
  const value = limit.of === 'ours' ? figure.ours : ratioOf(figure)
  if (value === null || Number.isNaN(value)) return false
  return value >= (limit.least ?? Number.NEGATIVE_INFINITY) && value <= (limit.most ?? Number.POSITIVE_INFINITY)
}
