'use client'

import { type ReactNode, useEffect, useMemo } from 'react'
import { formatDay } from '../format/date'
import { formatNumber } from '../format/number'
import { type ChartMark, PlotFrame } from './PlotFrame'
import { mountRebased, type RebasedLine } from './rebased'
import { unionOfSessions, valueAt } from './timeline'
import { usePlot } from './usePlot'

interface RebasedChartProps {
  readonly label: string
  readonly lines: readonly RebasedLine[]
  readonly base: string
  readonly scale: 'log' | 'linear'
  readonly marks: readonly ChartMark[]
  readonly active: readonly number[]
  readonly onActive: (numbers: readonly number[]) => void
  readonly onOpen: (numbers: readonly number[]) => void
  readonly onPoint: (session: string | null) => void
  readonly preview: ReactNode
}

/** Lines rebased to 100 with their events. The pointer or the arrow keys read the values of a session. */
export function RebasedChart({ lines, scale, ...frame }: RebasedChartProps) {
  const { container, plot, moved } = usePlot(mountRebased, frame.onPoint)
  const axis = useMemo(() => unionOfSessions(lines.map((line) => line.session)), [lines])
  useEffect(() => plot?.setScale(scale), [plot, scale])
  useEffect(() => plot?.setLines(lines), [plot, lines])
  const spoken = (session: string) =>
    `${formatDay(session)}: ${lines
      .map((line) => `${line.name} ${formatNumber(valueAt(line.session, line.value, session)?.value, 1)}`)
      .join(', ')}`
  return <PlotFrame {...frame} {...{ container, plot, moved, axis, spoken }} className="h-[300px] sm:h-[400px]" />
}
