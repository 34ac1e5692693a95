'use client'

import { type MouseEvent, memo, type ReactNode, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { indexAtOrAfter } from '@/lib/market/dateIndex'
import { useFormat } from '../format/useFormat'
import { useTexts } from '../i18n/texts'
import { chartTexts } from '../messages/chart'
import { frameOf } from './frame'
import { Legend } from './Legend'
import { tickText } from './labels'
import { MarkCard } from './MarkCard'
import type { ChartData, ChartMark, ChartMilestone } from './model'
import { Axes, Drawing, EndLabels } from './Picture'
import { type PillEvents, PillLane } from './Pills'
import { useSpoken } from './spoken'
import { Milestones, Things } from './Things'
import type { Annotate } from './tool'
import { useChartKeys } from './useChartKeys'
import { useKeptFocus } from './useKeptFocus'
import { useLivePlot } from './useLivePlot'
import { useTool } from './useTool'
import { ZoomButtons } from './ZoomButtons'

export interface PriceChartProps extends ChartData {
  /** What is drawn, in words: the chart's name for the keyboard. */
  readonly label: string
  /** One line at the end of the legend: base and unit. */
  readonly caption?: ReactNode
  /** Classes that give the plot its height. */
  readonly className?: string
  /** Numbers of the events that are pointed at, here or in a list beside; kept by the chart itself when absent. */
  readonly active?: readonly number[]
  readonly onActive?: (numbers: readonly number[]) => void
  /** What opening a mark does; when absent it leads to the event's page, and shows the events of a shared mark. */
  readonly onOpen?: (numbers: readonly number[]) => void
  /** With the session read by pointer or keys, null when none is. */
  readonly onPoint?: (session: string | null) => void
  /** For whoever may write events: what a new one is about. Readers get nothing of it. */
  readonly annotate?: Annotate | null
}

const none: readonly number[] = []
const noMarks: readonly ChartMark[] = []
const noMilestones: readonly ChartMilestone[] = []

// What the pointer reads changes with every move of it, and nothing of these does.
const [StillThings, StillEndLabels] = [memo(Things), memo(EndLabels)]
const [StillMilestones, StillPills] = [memo(Milestones), memo(PillLane)]

/**
 * A price chart with its legend: lines or the bars of one listing, events, promised windows, missing sessions. The server draws all of it; a running chart takes its place
 * at the first sign of a reader. The pointer or the arrow keys read the values of a session.
 */
export function PriceChart(props: PriceChartProps) {
  const { lines, bars, scale, from, today, base, milestones, flaws, label, caption, className = '' } = props
  const about = props.annotate ?? null
  const given = props.marks ?? noMarks
  const { Tool, redraw, marks, grip } = useTool(about, given)
  const data: ChartData = useMemo(
    () => ({ lines, bars, scale, from, today, base, marks, milestones, flaws }),
    [lines, bars, scale, from, today, base, marks, milestones, flaws],
  )
  const frame = useMemo(() => frameOf(data), [data])
  const texts = useTexts(chartTexts)
  const { day } = useFormat()
  const [plot, canvas] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)]
  const [pointed, setPointed] = useState<number | null>(null)
  const [own, setOwn] = useState<readonly number[]>(none)
  const [card, setCard] = useState<readonly number[]>(none)
  const active = props.active ?? own
  const setActive = (numbers: readonly number[]) => {
    setOwn(numbers)
    props.onActive?.(numbers)
  }
  const read = (index: number | null) => {
    setPointed(index)
    props.onPoint?.(index === null ? null : (frame.axis[index] ?? null))
  }
  const { live, clusters, zoom } = useLivePlot({
    ...{ plot, canvas, data, frame },
    words: { tick: (tick) => tickText(tick, texts), day },
    onPoint: read,
  })
  // React has written the places of the picture again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each of them has new elements on the axis
  useLayoutEffect(() => live?.place(), [live, frame, active, clusters])

  const focus = useKeptFocus(plot, clusters)
  const marksAt = (index: number) =>
    marks.filter(({ date }) => date >= (frame.axis[0] ?? '~') && indexAtOrAfter(frame.axis, date) === index)
  const open = (numbers: readonly number[], event?: MouseEvent) => {
    const isTaken = grip.current?.open(numbers) === true
    // A mark of one event is a link to it.
    const isLink = event && numbers.length === 1 && marks.find(({ number }) => number === numbers[0])?.href
    if (isLink && !isTaken && !props.onOpen) return
    // Nor is anybody to believe that a page is on its way.
    event?.preventDefault()
    event?.stopPropagation()
    if (isTaken) return
    if (props.onOpen) props.onOpen(numbers)
    else setCard(numbers)
  }
  // What the pills call stays one object, whatever it does by now.
  const now = useRef({ active: setActive, focus, open })
  now.current = { active: setActive, focus, open }
  const on = useMemo<PillEvents>(
    () => ({
      active: (numbers) => now.current.active(numbers),
      focus: (numbers) => now.current.focus(numbers),
      open: (numbers, event) => now.current.open(numbers, event),
    }),
    [],
  )
  const walk = useChartKeys(frame.axis.length, frame.past - 1, {
    walk: (index) => {
      live?.pointAt(index)
      read(index)
    },
    open: (index) => {
      if (grip.current?.enter(frame.axis[index] ?? '')) return
      const numbers = marksAt(index).map(({ number }) => number)
      if (numbers.length > 0) open(numbers)
    },
    zoom,
  })
  const spoken = useSpoken(data, marksAt)
  const hint = useId()
  const last = Math.max(frame.past - 1, 0)
  if (frame.past === 0) return <p className="px-4 py-16 text-center text-soft">{texts.none}</p>
  const session = pointed === null ? null : (frame.axis[pointed] ?? null)
  const pills = { marks, active, on }
  return (
    <div className="chart" data-live={live !== null}>
      <div className="flex items-start justify-between gap-3 px-4 pb-1">
        <Legend data={data} session={session} caption={caption} />
        <div className={`flex shrink-0 items-center ${about ? 'tool-room' : ''}`.trimEnd()}>
          {Tool && about && <Tool {...{ plot, live, frame, redraw, grip, about }} marks={given} point={read} />}
          <ZoomButtons zoom={zoom} />
        </div>
      </div>
      <div className={`chart-box mx-4 ${className}`}>
        <div className="chart-plot" ref={plot}>
          {!live && <Axes frame={frame} data={data} />}
          <StillThings frame={frame} data={data} active={active} />
          {!live && <Drawing frame={frame} data={data} />}
          <div ref={canvas} className="absolute inset-0" />
          <StillEndLabels frame={frame} data={data} />
          <div
            role="slider"
            tabIndex={0}
            aria-label={label}
            aria-describedby={hint}
            aria-valuemin={0}
            aria-valuemax={frame.axis.length - 1}
            aria-valuenow={walk.index ?? last}
            aria-valuetext={spoken(frame.axis[walk.index ?? last] ?? '', walk.index ?? last)}
            onKeyDown={walk.onKeyDown}
            onBlur={walk.leave}
            className="chart-walk pointer-events-none absolute inset-0 z-[2]"
          />
          <StillPills {...pills} frame={frame} which="wide" measured={clusters} />
          {!clusters && <StillPills {...pills} frame={frame} which="narrow" />}
          <StillMilestones frame={frame} milestones={milestones ?? noMilestones} />
          {card.length > 0 && <MarkCard marks={marks} numbers={card} onClose={() => setCard(none)} />}
        </div>
      </div>
      <p id={hint} className="sr-only">
        {texts.keys}
      </p>
      <p aria-live="polite" className="sr-only" data-testid="chart-spoken">
        {walk.index === null ? '' : spoken(frame.axis[walk.index] ?? '', walk.index)}
      </p>
    </div>
  )
}
