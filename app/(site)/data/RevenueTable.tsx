import { formatNumber } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { dataTexts } from '@/app/_ui/messages/data'
import { Panel } from '@/app/_ui/Panel'
import { TableHead } from '@/app/_ui/TableHead'
import { Wide } from '@/app/_ui/Wide'
import type { SeriesListView } from '@/lib/api/series/view'
import { AttemptCell } from './AttemptCell'
import { useSeriesText } from './useSeriesText'

/** Revenue by company: which quarters are stored, and since when the latest is known. When the next is due is not guessed. */
export function RevenueTable({ rows }: { rows: SeriesListView['revenue'] }) {
  const [texts, text, say] = [useTexts(dataTexts), useSeriesText(), useStored()]
  const { day, moment } = useFormat()
  const { title, note, head, none } = texts.revenue
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
                { name: head.quarters },
                { name: head.range, words: true },
                { name: head.latest, words: true },
                { name: head.known, words: true },
                { name: head.restated },
                { name: head.held, title: texts.held.title },
                { name: head.source, words: true },
                { name: head.attempt, words: true },
              ]}
            />
            <tbody>
              {rows.map((row) => (
                <tr key={row.topic}>
                  <td className="align-top font-medium">
                    {say(row.name, row.nameZh)} <span className="text-faint text-small">{row.currency}</span>
                  </td>
                  <td className="align-top">{formatNumber(row.quarters, 0)}</td>
                  <td className="text align-top text-soft">{texts.range(row.first, row.last)}</td>
                  <td className="text align-top text-soft">{day(row.lastEnd)}</td>
                  <td className="text align-top" title={moment(row.knownSince)}>
                    {day(row.knownSince.slice(0, 10))}
                  </td>
                  <td className="align-top text-soft">{formatNumber(row.restated, 0)}</td>
                  <td className={`align-top ${row.quarantine.held > 0 ? 'text-warn' : 'text-soft'}`}>
                    {text.held(row.quarantine)}
                  </td>
                  <td className="text align-top text-soft" title={text.sourceTitle(row.source, row.fetchedAt)}>
                    {text.source(row.source, row.lastEnd)}
                  </td>
                  <AttemptCell attempt={row.lastAttempt} />
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      )}
    </Panel>
  )
}
