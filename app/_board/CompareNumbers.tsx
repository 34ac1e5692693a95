import type { RebasedLine } from '@/app/_ui/chart/rebased'
import { unionOfSessions, valueAt } from '@/app/_ui/chart/timeline'
import { formatDay } from '@/app/_ui/format/date'
import { formatNumber } from '@/app/_ui/format/number'
import { board } from '@/app/_ui/messages/board'
import { common } from '@/app/_ui/messages/common'
import { Wide } from '@/app/_ui/Wide'

/** The table behind the chart: the last session of each month, newest first, and where every session can be had. */
export function CompareNumbers({ lines, url }: { lines: readonly RebasedLine[]; url: string | null }) {
  const axis = unionOfSessions(lines.map((line) => line.session))
  const shown = axis.filter((date, index) => axis[index + 1]?.slice(0, 7) !== date.slice(0, 7)).reverse()
  return (
    <details>
      <summary className="w-fit px-4 py-2 text-soft text-small hover:text-ink">{common.numbers}</summary>
      <Wide label={board.chart.title} className="max-h-80 overflow-auto">
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{board.chart.session}</th>
              {lines.map((line) => (
                <th scope="col" key={line.side}>
                  {line.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((date) => (
              <tr key={date}>
                <td>{formatDay(date)}</td>
                {lines.map((line) => {
                  const at = valueAt(line.session, line.value, date)
                  const same = at?.session.slice(0, 7) === date.slice(0, 7)
                  return (
                    <td key={line.side} title={same ? `Close of ${formatDay(at?.session)}` : undefined}>
                      {formatNumber(same ? at?.value : null, 1)}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {url && (
        <p className="px-4 py-2 text-faint text-small">
          {board.chart.table}{' '}
          <a className="link" href={url}>
            JSON
          </a>
        </p>
      )}
    </details>
  )
}
