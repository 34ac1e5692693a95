import type { ChartLine } from '@/app/_ui/chart/model'
import { unionOfSessions, valueAt } from '@/app/_ui/chart/timeline'
import { formatNumber } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { commonTexts } from '@/app/_ui/messages/common'
import { compareTexts } from '@/app/_ui/messages/compare'
import { TableHead } from '@/app/_ui/TableHead'
import { Wide } from '@/app/_ui/Wide'

/** The table behind the chart: the last session of each month, newest first, and where every session can be had. */
export function NumbersTable({ lines, url }: { lines: readonly ChartLine[]; url: string }) {
  const { chart } = useTexts(compareTexts)
  const { numbers } = useTexts(commonTexts)
  const { day } = useFormat()
  const axis = unionOfSessions(lines.map(({ session }) => session))
  const shown = axis.filter((date, index) => axis[index + 1]?.slice(0, 7) !== date.slice(0, 7)).reverse()
  return (
    <details>
      <summary className="w-fit px-4 py-2 text-soft text-small hover:text-ink">{numbers}</summary>
      <Wide label={chart.title} className="max-h-80 overflow-auto">
        <table className="figures">
          <TableHead columns={[{ name: chart.session }, ...lines.map(({ name }) => ({ name }))]} />
          <tbody>
            {shown.map((date) => (
              <tr key={date}>
                <td>{day(date)}</td>
                {lines.map(({ id, session, value }) => {
                  const at = valueAt(session, value, date)
                  const isSame = at?.session.slice(0, 7) === date.slice(0, 7)
                  return (
                    <td key={id} title={isSame ? day(at?.session) : undefined}>
                      {formatNumber(isSame ? at?.value : null, 1)}
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
