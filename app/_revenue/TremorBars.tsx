'use client'

import { formatChange, formatCompact, formatTick } from '@/app/_ui/format/number'
import { BarChart } from '@/app/_ui/tremor'

export interface Bar {
  readonly label: string
  readonly value: number
  /** Against the same quarter a year before, a fraction. */
  readonly yearOnYear: number | null
}

export interface BarsProps {
  readonly bars: readonly Bar[]
  readonly currency: string
}

const category = 'Revenue'

/** Tremor's bar chart in the look of the pages, with a tooltip that says value and change. */
export function TremorBars({ bars, currency }: BarsProps) {
  return (
    <BarChart
      className="h-44"
      data={bars.map(({ label, value, yearOnYear }) => ({ label, [category]: value, yearOnYear }))}
      index="label"
      categories={[category]}
      colors={['brand']}
      showLegend={false}
      valueFormatter={formatTick}
      yAxisWidth={52}
      padding={{ left: 6, right: 6 }}
      barCategoryGap="22%"
      tickGap={12}
      tabIndex={-1}
      customTooltip={({ active, payload, label }) => {
        const row = payload?.[0]?.payload as Bar | undefined
        const value = payload?.[0]?.value
        return active && row ? (
          <div className="panel px-3 py-2 text-small shadow-lg">
            <p className="font-medium">{label}</p>
            <p>
              {formatCompact(Number(value))} {currency}
            </p>
            <p className="text-soft">{formatChange(row.yearOnYear, 1)} on the year</p>
          </div>
        ) : null
      }}
    />
  )
}
