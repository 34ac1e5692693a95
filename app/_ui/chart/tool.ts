import type { RefObject } from 'react'
import type { Frame } from './frame'
import type { LivePlot } from './live/plot'
import type { ChartMark } from './model'

/** What an event that is made on a chart is about, unless its writer says otherwise. */
export interface Annotate {
  /** Yahoo's symbols, each with its exchange; the sessions of the chart are of the first one's, where it has one alone. */
  readonly listings: readonly { readonly symbol: string; readonly mic: string }[]
}

/** What a tool takes over from the chart while it is in hand; true when it has. */
export interface Grip {
  /** A mark was opened. */
  open(numbers: readonly number[]): boolean
  /** Enter was pressed on a session. */
  enter(session: string): boolean
}

/** The marks to draw, made of those that the page gives. */
export type Redraw = (marks: readonly ChartMark[]) => readonly ChartMark[]

/** What a tool gets of the chart it works on. */
export interface ToolProps {
  readonly plot: RefObject<HTMLDivElement | null>
  /** Null until the chart runs. */
  readonly live: LivePlot | null
  readonly frame: Frame
  /** As the page gives them. */
  readonly marks: readonly ChartMark[]
  readonly about: Annotate
  readonly grip: RefObject<Grip | null>
  redraw(how: Redraw | null): void
  /** Reads a position on the axis, as the pointer does. */
  point(index: number | null): void
}
