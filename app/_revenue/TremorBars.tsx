'use client'

import { formatChange } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { revenueTexts } from '@/app/_ui/messages/revenue'
import { BarChart } from '@/app/_ui/tremor'
import { plotFrame } from './plotFrame'

export interface Bar {
  readonly label: string
  readonly value: number
  /** Against the same quarter a year before, a fraction. */
  readonly yearOnYear: number | null
}

export interface BarsProps {
  readonly bars: readonly Bar[]
  readonly currency: string
  /** Top of the value axis. */
  readonly most: number
}

/** Tremor's bar chart in the look of the pages, with a tooltip that says value and change. */
export function TremorBars({ bars, currency, most }: BarsProps) {
  const [{ series, onYear }, { compact, tick }] = [useTexts(revenueTexts), useFormat()]
  return (
    <BarChart
      className="h-44"
      data={bars.map(({ label, value, yearOnYear }) => ({ label, [series]: value, yearOnYear }))}
      index="label"
      categories={[series]}
      colors={['brand']}
      showLegend={false}
      minValue={0}
      maxValue={most}
      valueFormatter={tick}
      yAxisWidth={plotFrame.yAxisWidth}
      padding={{ left: plotFrame.padding, right: plotFrame.padding }}
      barCategoryGap={`${100 * plotFrame.gap}%`}
      tickGap={12}
      tabIndex={-1}
      customTooltip={({ active, payload, label }) => {
        const row = payload?.[0]?.payload as Bar | undefined
        const value = payload?.[0]?.value
        return active && row ? (
          <div className="panel px-3 py-2 text-small shadow-lg">
            <p className="font-medium">{label}</p>
            <p>
              {compact(Number(value))} {currency}
            </p>
            <p className="text-soft">
              {formatChange(row.yearOnYear, 1)} {onYear}
            </p>
          </div>
        ) : null
      }}
    />
  )
}
