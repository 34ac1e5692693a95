'use client'

import { type ReactNode, type RefObject, useMemo } from 'react'
import { indexAtOrAfter } from '@/lib/market/dateIndex'
import { EventLane } from './EventLane'
import type { Plot } from './usePlot'
import { useWalk } from './useWalk'

/** An event on the axis: `date` is its day 0 or the first day it may have been. */
export interface ChartMark {
  readonly number: number
  readonly date: string
  readonly title: string
}

interface PlotFrameProps {
  readonly label: string
  readonly container: RefObject<HTMLDivElement | null>
  readonly plot: Plot | null
  readonly moved: number
  /** The sessions of the axis, ascending. */
  readonly axis: readonly string[]
  readonly marks: readonly ChartMark[]
  /** Session of the base line, when there is one. */
  readonly base?: string
  readonly active: readonly number[]
  readonly onActive: (numbers: readonly number[]) => void
  readonly onOpen: (numbers: readonly number[]) => void
  readonly onPoint: (session: string | null) => void
  /** What a session reads as: spoken when the keyboard walks to it. */
  readonly spoken: (session: string) => string
  /** Shown until the chart has been drawn, and without script. */
  readonly preview?: ReactNode
  readonly className: string
}

/** A chart with its event lane, walked by the arrow keys. The plot itself is mounted into `container` by `usePlot`. */
export function PlotFrame(props: PlotFrameProps) {
  const { label, container, plot, moved, axis, marks, base, onPoint, spoken, preview, className } = props
  const walk = useWalk(axis.length, (index) => {
    const session = index === null ? null : (axis[index] ?? null)
    plot?.pointAt(session)
    onPoint(session)
  })
  const placed = useMemo(() => {
    if (!plot || moved === 0) return null
    const at = (date: string) => axis[indexAtOrAfter(axis, date)] ?? ''
    const shown = marks.filter(({ date }) => date >= (axis[0] ?? '') && date <= (axis.at(-1) ?? ''))
    const { x, width } = plot.place([base ? at(base) : '', ...shown.map(({ date }) => at(date))])
    const lane = shown.flatMap((mark, index) => {
      const here = x[index + 1]
      return here === null || here === undefined ? [] : [{ number: mark.number, title: mark.title, x: here }]
    })
    return { marks: lane, width, base: x[0] ?? null }
  }, [plot, moved, marks, axis, base])
  const last = Math.max(axis.length - 1, 0)
  return (
    <div className={`relative mx-4 ${className}`}>
      {!plot && preview}
      <div ref={container} className="absolute inset-0" />
      {/* Beside the canvas, not around it: the chart's own link must not lie inside a slider. */}
      <div
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={walk.index ?? last}
        aria-valuetext={spoken(axis[walk.index ?? last] ?? '')}
        onKeyDown={walk.onKeyDown}
        onBlur={walk.leave}
        className="chart-walk pointer-events-none absolute inset-0 z-[2]"
      />
      {placed && <EventLane {...placed} active={props.active} onActive={props.onActive} onOpen={props.onOpen} />}
    </div>
  )
}
