'use client'

import { useEffect } from 'react'
import { type CandleColumns, mountCandles } from '@/app/_ui/chart/candles'
import { type ChartMark, PlotFrame } from '@/app/_ui/chart/PlotFrame'
import { usePlot } from '@/app/_ui/chart/usePlot'
import { formatDay } from '@/app/_ui/format/date'
import { formatPrice } from '@/app/_ui/format/number'
import { listing } from '@/app/_ui/messages/listing'

interface CandleChartProps {
  readonly name: string
  readonly currency: string
  readonly bars: CandleColumns
  /** First session to show, null for all. */
  readonly from: string | null
  readonly marks: readonly ChartMark[]
  readonly active: readonly number[]
  readonly onActive: (numbers: readonly number[]) => void
  readonly onOpen: (numbers: readonly number[]) => void
  readonly onPoint: (session: string | null) => void
}

/** Candles and volume of one listing with its events. */
export function CandleChart({ name, currency, bars, from, ...frame }: CandleChartProps) {
  const { container, plot, moved } = usePlot(mountCandles, frame.onPoint)
  useEffect(() => plot?.setBars(bars), [plot, bars])
  useEffect(() => plot?.showFrom(from), [plot, from])
  const spoken = (session: string) => {
    const close = bars.close[bars.session.indexOf(session)]
    return `${formatDay(session)}: close ${formatPrice(close)} ${currency}`
  }
  return (
    <PlotFrame
      {...frame}
      {...{ container, plot, moved, spoken }}
      axis={bars.session}
      label={listing.chart.label(name)}
      className="h-[340px] sm:h-[440px]"
    />
  )
}
