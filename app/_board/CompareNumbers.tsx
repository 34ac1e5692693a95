import type { ChartLine } from '@/app/_ui/chart/model'
import { unionOfSessions, valueAt } from '@/app/_ui/chart/timeline'
import { formatNumber } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { boardTexts } from '@/app/_ui/messages/board'
import { commonTexts } from '@/app/_ui/messages/common'
import { TableHead } from '@/app/_ui/TableHead'
import { Wide } from '@/app/_ui/Wide'

/** The table behind the chart: the last session of each month, newest first, and where every session can be had. */
export function CompareNumbers({ lines, url }: { lines: readonly ChartLine[]; url: string }) {
  const [{ chart, kpi }, common, { day }] = [useTexts(boardTexts), useTexts(commonTexts), useFormat()]
  const axis = unionOfSessions(lines.map((line) => line.session))
  const shown = axis.filter((date, index) => axis[index + 1]?.slice(0, 7) !== date.slice(0, 7)).reverse()
  return (
    <details>
      <summary className="w-fit px-4 py-2 text-soft text-small hover:text-ink">{common.numbers}</summary>
      <Wide label={chart.title} className="max-h-80 overflow-auto">
        <table className="figures">
          <TableHead columns={[{ name: chart.session }, ...lines.map(({ name }) => ({ name }))]} />
          <tbody>
            {shown.map((date) => (
              <tr key={date}>
                <td>{day(date)}</td>
                {lines.map((line) => {
                  const at = valueAt(line.session, line.value, date)
                  const same = at?.session.slice(0, 7) === date.slice(0, 7)
                  return (
                    <td key={line.id} title={same ? kpi.close(day(at?.session)) : undefined}>
                      {formatNumber(same ? at?.value : null, 1)}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      <p className="px-4 py-2 text-faint text-small">
        {chart.table}{' '}
        <a className="link" href={url}>
          CSV
        </a>
      </p>
    </details>
  )
}
