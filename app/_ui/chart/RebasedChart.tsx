'use client'

import { useMemo } from 'react'
import type { ChartMark } from './model'
import { PriceChart } from './PriceChart'
import type { RebasedLine } from './rebased'

interface RebasedChartProps {
  readonly label: string
  readonly lines: readonly RebasedLine[]
  readonly base: string
  readonly scale: 'log' | 'linear'
  readonly marks: readonly ChartMark[]
  readonly active: readonly number[]
  readonly onActive: (numbers: readonly number[]) => void
  readonly onOpen: (numbers: readonly number[]) => void
}

/** The board's two lines as a `PriceChart`, until the board uses that itself. */
export function RebasedChart({ lines, ...chart }: RebasedChartProps) {
  const coloured = useMemo(() => lines.map((line) => ({ ...line, id: line.side, colour: line.side })), [lines])
  return <PriceChart {...chart} lines={coloured} className="h-[300px] sm:h-[400px]" />
}
