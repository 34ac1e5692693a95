/** What the charts draw, as plain data: the pages make it, the server draws it, the browser takes it over. Dates are `YYYY-MM-DD` of the exchange. */

/** Colours of lines in the order they are given out: the two sides of the argument first. */
export const lineColours = ['cambricon', 'nvidia', 'line-3', 'line-4', 'line-5', 'line-6'] as const
export type LineColour = (typeof lineColours)[number]

/** One line; columns of one length, ascending by session. */
export interface ChartLine {
  /** Yahoo's symbol, or what else tells it from the other lines. */
  readonly id: string
  readonly name: string
  readonly colour: LineColour
  readonly session: readonly string[]
  readonly value: readonly number[]
  /** What the values are in, said in the legend; nothing for an index. */
  readonly unit?: string
  /** Last settled session: what comes after it is drawn apart. All is settled when absent. */
  readonly settledTo?: string | null
}

/** Daily bars by columns, ascending; prices in the listing's currency, volume in shares, null where there is none. */
export interface BarColumns {
  readonly session: readonly string[]
  readonly open: readonly number[]
  readonly high: readonly number[]
  readonly low: readonly number[]
  readonly close: readonly number[]
  readonly volume: readonly (number | null)[]
  readonly settled: readonly boolean[]
}

/** The bars of one listing, drawn as candles or as the line of their closes, with their volume below. */
export interface ChartBars extends BarColumns {
  readonly name: string
  readonly unit: string
  readonly colour: LineColour
  readonly style: 'candles' | 'line'
}

/** An event on the axis: `date` is its day 0 or the first day it may have been, `end` the last of a range. */
export interface ChartMark {
  readonly number: number
  readonly date: string
  readonly title: string
  readonly end?: string | null
  /** Its own page: where its mark leads. */
  readonly href?: string
  /** What the API calls it, for whoever may change it. */
  readonly slug?: string
  /** Not published yet: drawn hollow, for those who may see it. */
  readonly draft?: boolean
}

/** Something promised for a window of days, both included. */
export interface ChartMilestone {
  readonly slug: string
  readonly title: string
  readonly start: string
  readonly end: string
  readonly state: 'unscheduled' | 'promised' | 'due' | 'late' | 'shipped'
  readonly href?: string
}

/** A session that has no bar, or whose bar was revised after it had settled; `text` says why, in the language of the page. */
export interface ChartFlaw {
  readonly session: string
  readonly kind: 'missing' | 'revised'
  readonly text: string
}

/** All that one chart shows: lines, or the bars of one listing, and what stands on their axis. */
export interface ChartData {
  readonly lines: readonly ChartLine[]
  readonly bars?: ChartBars | null
  readonly scale: 'log' | 'linear'
  /** First date to show; null or absent shows all. */
  readonly from?: string | null
  /** The page's own date: the axis runs on to it. */
  readonly today?: string
  /** Date of the base line, when the lines are rebased to 100. */
  readonly base?: string | null
  readonly marks?: readonly ChartMark[]
  readonly milestones?: readonly ChartMilestone[]
  readonly flaws?: readonly ChartFlaw[]
}

/** The lines that are drawn: those given, or the closes of the bars. */
export function drawnLines({ lines, bars }: Pick<ChartData, 'lines' | 'bars'>): readonly ChartLine[] {
  if (!bars) return lines
  if (bars.style === 'candles') return []
  const settledTo = bars.session[bars.settled.lastIndexOf(true)] ?? ''
  const { session, close: value, name, unit, colour } = bars
  return [{ id: name, name, unit, colour, session, value, settledTo }]
}

/** Whether the values are percent of a base: lines without a unit. */
export function isIndex({ lines, bars }: Pick<ChartData, 'lines' | 'bars'>): boolean {
  return !bars && lines.every(({ unit }) => unit === undefined)
}

/** The last value of each line, or of the bars: what stands beside its end. */
export function endsOf({ lines, bars }: Pick<ChartData, 'lines' | 'bars'>) {
  const all = bars ? [{ id: 'close', colour: bars.colour, unit: bars.unit, value: bars.close }] : lines
  return all.flatMap(({ id, colour, unit, value }) => {
    const last = value.at(-1)
    return last === undefined ? [] : [{ id, colour, unit, last }]
  })
}
