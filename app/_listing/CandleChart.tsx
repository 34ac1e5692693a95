'use client'

import { useEffect, useState } from 'react'
import { type CandleColumns, mountCandles } from '@/app/_ui/chart/candles'
import { type ChartMark, PlotFrame } from '@/app/_ui/chart/PlotFrame'
import { usePlot } from '@/app/_ui/chart/usePlot'
import { formatPrice } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { listingChartTexts } from '@/app/_ui/messages/listingChart'
import { BarReadout } from './BarReadout'

interface CandleChartProps {
  readonly name: string
  readonly currency: string
  readonly bars: CandleColumns
  /** First session to show, null for all. */
  readonly from: string | null
  readonly marks: readonly ChartMark[]
  /** Ids of the links that marks lead to, by number. */
  readonly places: Readonly<Record<number, string>>
}

/** Candles and volume of one listing with its events; a mark leads to its event in the list. */
export function CandleChart({ name, currency, bars, from, marks, places }: CandleChartProps) {
  const [texts, { day }] = [useTexts(listingChartTexts), useFormat()]
  const [active, setActive] = useState<readonly number[]>([])
  const [session, setSession] = useState<string | null>(null)
  const { container, plot, moved } = usePlot(mountCandles, setSession)
  useEffect(() => plot?.setBars(bars), [plot, bars])
  useEffect(() => plot?.showFrom(from), [plot, from])
  const spoken = (at: string) => texts.spoken(day(at), formatPrice(bars.close[bars.session.indexOf(at)]), currency)
  return (
    <>
      <BarReadout bars={bars} session={session} />
      <PlotFrame
        {...{ container, plot, moved, spoken, marks, active }}
        axis={bars.session}
        onActive={setActive}
        onOpen={([first]) => document.getElementById(places[first ?? 0] ?? '')?.focus()}
        onPoint={setSession}
        label={texts.label(name)}
        className="h-[340px] sm:h-[440px]"
      />
    </>
  )
}
