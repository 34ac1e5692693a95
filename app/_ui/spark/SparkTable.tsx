import { useFormat } from '../format/useFormat'
import { useTexts } from '../i18n/texts'
import { commonTexts } from '../messages/common'
import { TableHead } from '../TableHead'
import { Wide } from '../Wide'
import { monthEnds, type SparkPoint } from './points'

interface SparkTableProps {
  readonly title: string
  readonly points: readonly SparkPoint[]
  readonly format: (value: number) => string
  /** Names of the two columns, and which rows are shown. */
  readonly head: { readonly session: string; readonly value: string }
  readonly note: string
}

/** The numbers behind a spark chart, the newest first. */
export function SparkTable({ title, points, format, head, note }: SparkTableProps) {
  const { day } = useFormat()
  const { numbers } = useTexts(commonTexts)
  return (
    <details className="border-line border-t">
      <summary className="px-4 py-2 text-small text-soft hover:text-ink">{numbers}</summary>
      <p className="px-4 text-faint text-small">{note}</p>
      <Wide label={title} className="max-h-72 overflow-auto">
        <table className="figures">
          <TableHead columns={[{ name: head.session }, { name: head.value }]} />
          <tbody>
            {monthEnds(points)
              .reverse()
              .map(({ session, value }) => (
                <tr key={session}>
                  <td>{day(session)}</td>
                  <td>{format(value)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </Wide>
    </details>
  )
}
