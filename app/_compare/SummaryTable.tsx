import { Change } from '@/app/_ui/Change'
import { LineKey } from '@/app/_ui/chart/LineKey'
import { formatChange, formatNumber, formatPrice } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { compareTexts } from '@/app/_ui/messages/compare'
import { useSource } from '@/app/_ui/source'
import { TableHead } from '@/app/_ui/TableHead'
import { Wide } from '@/app/_ui/Wide'
import type { CompareView } from '@/lib/api/compare/view'
import { coloursOf } from './lines'

/** What each listing did since the base, with where its figures come from on hover. */
export function SummaryTable({ series }: { series: CompareView['series'] }) {
  const texts = useTexts(compareTexts).summary
  const { day } = useFormat()
  const say = useStored()
  const source = useSource()
  const colours = coloursOf(series.map(({ symbol }) => symbol))
  const { head, titles } = texts
  return (
    <Wide label={texts.title}>
      <table className="figures" data-testid="summary">
        <TableHead
          columns={[
            { name: head.listing },
            { name: head.value, title: titles.value },
            { name: head.change },
            { name: head.drawdown, title: titles.drawdown },
            { name: head.volatility, title: titles.volatility },
            { name: head.baseSession },
            { name: head.baseClose, title: titles.baseClose },
            { name: head.lastSession },
          ]}
        />
        <tbody>
          {series.map((one) => {
            const { symbol, stats, currency } = one
            const title = source.title({ ...one, lastSession: stats?.lastSession ?? null })
            const fall = stats?.drawdown
            return (
              <tr key={symbol} title={title}>
                <td>
                  {colours[symbol] && <LineKey colour={colours[symbol]} />}{' '}
                  <span className="font-medium">{say(one.name, one.nameZh)}</span>{' '}
                  <span className="text-faint text-small">{symbol}</span>
                </td>
                <td className="font-medium">{formatNumber(stats?.lastValue, 1)}</td>
                <td>{stats ? <Change fraction={stats.change} digits={1} /> : texts.no}</td>
                <td title={fall ? texts.drawdown(day(fall.peak), day(fall.trough)) : undefined}>
                  {stats ? formatChange(fall?.depth ?? 0, 1) : formatChange(null)}
                </td>
                <td title={stats ? texts.returns(stats.returns) : undefined}>
                  {formatNumber(stats?.volatility == null ? null : 100 * stats.volatility, 1)}
                  {stats?.volatility == null ? '' : '%'}
                </td>
                <td className="text-soft">{day(one.baseSession)}</td>
                <td>
                  {formatPrice(one.baseClose)} <span className="text-faint text-tiny">{currency}</span>
                </td>
                <td className="text-soft">{day(stats?.lastSession)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Wide>
  )
}
