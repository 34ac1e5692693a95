import type { ReactNode } from 'react'
import { indexAtOrBefore } from '@/lib/market/dateIndex'
import { useFormat } from '../format/useFormat'
import { useTexts } from '../i18n/texts'
import { chartTexts } from '../messages/chart'
import { LineKey, lineClass } from './LineKey'
import { valueText } from './labels'
import type { ChartBars, ChartData } from './model'
import { valueAt } from './timeline'

const latest = '9999-12-31'

/** Open, high, low, close and volume of the session read, or of the last one before it. */
function BarReadout({ bars, session }: { bars: ChartBars; session: string }) {
  const { readout, unsettled } = useTexts(chartTexts)
  const { day, compact } = useFormat()
  const index = indexAtOrBefore(bars.session, session)
  const price = (value: number | undefined) => valueText(value, bars.unit)
  const volume = bars.volume[index]
  const parts = [
    ...(bars.style === 'candles'
      ? [
          [readout.open, price(bars.open[index])],
          [readout.high, price(bars.high[index])],
          [readout.low, price(bars.low[index])],
        ]
      : []),
    [readout.close, price(bars.close[index])],
    ...(volume === null || volume === undefined ? [] : [[readout.volume, compact(volume)]]),
  ]
  return (
    <>
      <span className="text-faint">{day(bars.session[index])}</span>
      {parts.map(([name, value]) => (
        <span key={name} className="whitespace-nowrap">
          <span className="text-faint text-small">{name}</span> <span className="font-medium">{value}</span>
        </span>
      ))}
      <span className="text-faint text-small">{bars.unit}</span>
      {bars.settled[index] === false && <span className="text-warn">{unsettled}</span>}
    </>
  )
}

interface LegendProps {
  readonly data: Pick<ChartData, 'lines' | 'bars'>
  /** Null reads the last of each. */
  readonly session: string | null
  readonly caption?: ReactNode
}

/** Names, colours and values: of the session read, each with the date of its own last session up to it. */
export function Legend({ data, session, caption }: LegendProps) {
  const { day } = useFormat()
  return (
    <div className="flex min-h-7 min-w-0 flex-wrap items-baseline gap-x-5 gap-y-0.5 py-1 text-body">
      {data.bars ? (
        <BarReadout bars={data.bars} session={session ?? latest} />
      ) : (
        data.lines.map((line) => {
          const at = valueAt(line.session, line.value, session ?? latest)
          return (
            <span key={line.id} className="flex flex-wrap items-baseline gap-x-1.5">
              <LineKey colour={line.colour} />
              <span className={`font-medium ${lineClass[line.colour].text}`}>{line.name}</span>
              <span className="font-semibold">{valueText(at?.value, line.unit)}</span>
              {line.unit && <span className="text-faint text-small">{line.unit}</span>}
              <span className="text-faint text-small">{day(at?.session)}</span>
            </span>
          )
        })
      )}
      {caption && <span className="text-faint text-small">{caption}</span>}
    </div>
  )
}
