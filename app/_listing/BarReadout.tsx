import type { CandleColumns } from '@/app/_ui/chart/candles'
import { formatPrice } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { listingChartTexts } from '@/app/_ui/messages/listingChart'

/** Open, high, low, close and volume of the session read, else of the last. */
export function BarReadout({ bars, session }: { bars: CandleColumns; session: string | null }) {
  const [{ readout, unsettled }, { day, compact }] = [useTexts(listingChartTexts), useFormat()]
  const index = session === null ? bars.session.length - 1 : bars.session.indexOf(session)
  const volume = bars.volume[index]
  const parts = [
    [readout.open, formatPrice(bars.open[index])],
    [readout.high, formatPrice(bars.high[index])],
    [readout.low, formatPrice(bars.low[index])],
    [readout.close, formatPrice(bars.close[index])],
    ...(volume === null || volume === undefined ? [] : [[readout.volume, compact(volume)]]),
  ]
  return (
    <p className="flex min-h-5 flex-wrap gap-x-4 px-4 text-body">
      <span className="text-faint">{day(bars.session[index])}</span>
      {parts.map(([label, value]) => (
        <span key={label}>
          <span className="text-faint text-small">{label}</span> <span className="font-medium">{value}</span>
        </span>
      ))}
      {bars.settled[index] === false && <span className="text-warn">{unsettled}</span>}
    </p>
  )
}
