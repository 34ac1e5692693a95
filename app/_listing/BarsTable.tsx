import type { CandleColumns } from '@/app/_ui/chart/candles'
import { formatDay } from '@/app/_ui/format/date'
import { formatNumber, formatPrice } from '@/app/_ui/format/number'
import { listing } from '@/app/_ui/messages/listing'
import { Panel } from '@/app/_ui/Panel'
import { Wide } from '@/app/_ui/Wide'

interface BarsTableProps {
  readonly bars: CandleColumns
  readonly url: string
  /** Currency and adjustment in words. */
  readonly unit: string
  /** Source and as-of, on hover of every figure. */
  readonly title: string
}

const shown = 30

/** The last sessions in figures, newest first, and where all of them can be had. */
export function BarsTable({ bars, url, unit, title }: BarsTableProps) {
  const { head } = listing.bars
  const all = bars.session.length
  const rows = Array.from({ length: Math.min(shown, all) }, (_, row) => all - 1 - row)
  return (
    <Panel
      title={listing.bars.title}
      note={`${listing.bars.note(rows.length, all)} · ${unit}`}
      aside={
        <p className="flex gap-3 text-small">
          <a className="link" href={`${url}&format=csv`}>
            {listing.bars.csv}
          </a>
          <a className="link" href={url}>
            {listing.bars.json}
          </a>
        </p>
      }
    >
      <Wide label={listing.bars.title}>
        <table className="figures" data-testid="bars">
          <thead>
            <tr>
              <th scope="col">{head.session}</th>
              {[head.open, head.high, head.low, head.close, head.volume].map((text) => (
                <th key={text} scope="col">
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={bars.session[row]} title={title}>
                <td>
                  {formatDay(bars.session[row])}
                  {bars.settled[row] === false && (
                    <span className="ml-2 text-tiny text-warn">{listing.chart.unsettled}</span>
                  )}
                </td>
                <td>{formatPrice(bars.open[row])}</td>
                <td>{formatPrice(bars.high[row])}</td>
                <td>{formatPrice(bars.low[row])}</td>
                <td className="font-medium">{formatPrice(bars.close[row])}</td>
                <td className="text-soft">{formatNumber(bars.volume[row], 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </Panel>
  )
}
