import { Change } from '@/app/_ui/Change'
import { formatDay, formatMoment } from '@/app/_ui/format/date'
import { formatNumber } from '@/app/_ui/format/number'
import { board } from '@/app/_ui/messages/board'
import { Wide } from '@/app/_ui/Wide'
import type { Quarter } from './quarters'

/** Every stored quarter, newest first, in millions of the currency. */
export function RevenueTable({ quarters, currency }: { quarters: readonly Quarter[]; currency: string }) {
  const { head } = board.revenue
  return (
    <Wide label={board.revenue.title}>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{head.quarter}</th>
            <th scope="col">
              {head.value}, {currency} m
            </th>
            <th scope="col">{head.year}</th>
            <th scope="col">{head.known}</th>
            <th scope="col" className="text">
              {head.note}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...quarters].reverse().map((quarter) => (
            <tr key={quarter.label}>
              <td title={`Ends ${formatDay(quarter.end)}`}>{quarter.label}</td>
              <td title={`Source: ${quarter.source} · known since ${formatMoment(quarter.knownAt)}`}>
                {formatNumber(quarter.value / 1e6, 2)}
              </td>
              <td>
                <Change fraction={quarter.yearOnYear} digits={1} />
              </td>
              <td className="text-soft">{formatDay(quarter.knownAt.slice(0, 10))}</td>
              <td className="text text-faint text-small" title={quarter.derived ? board.revenue.derived : undefined}>
                {[quarter.derived ? board.revenue.derivedShort : '', quarter.precision].filter(Boolean).join(' · ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
