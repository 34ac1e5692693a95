import { formatNumber } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { dataTexts } from '@/app/_ui/messages/data'
import { Panel } from '@/app/_ui/Panel'
import { TableHead } from '@/app/_ui/TableHead'
import { Wide } from '@/app/_ui/Wide'
import type { SeriesListView } from '@/lib/api/series/view'
import { useSeriesText } from './useSeriesText'

/** Share counts by company, where a feed has brought any. */
export function SharesTable({ rows }: { rows: SeriesListView['shares'] }) {
  const [texts, text, say, { day, moment }] = [useTexts(dataTexts), useSeriesText(), useStored(), useFormat()]
  const { title, note, head, none } = texts.shares
  return (
    <Panel title={title} note={note}>
      {rows.length === 0 ? (
        <p className="px-4 pb-4 text-soft">{none}</p>
      ) : (
        <Wide label={title}>
          <table className="figures">
            <TableHead
              columns={[
                { name: head.company },
                { name: head.counts },
                { name: head.range, words: true },
                { name: head.known, words: true },
                { name: head.source, words: true },
              ]}
            />
            <tbody>
              {rows.map((row) => (
                <tr key={row.topic}>
                  <td className="font-medium">{say(row.name, row.nameZh)}</td>
                  <td>{formatNumber(row.counts, 0)}</td>
                  <td className="text text-soft">{texts.range(day(row.first), day(row.last))}</td>
                  <td className="text" title={moment(row.knownSince)}>
                    {day(row.knownSince.slice(0, 10))}
                  </td>
                  <td className="text text-soft" title={text.sourceTitle(row.source, row.fetchedAt)}>
                    {text.source(row.source, row.last)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      )}
    </Panel>
  )
}
