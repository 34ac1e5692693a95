import { formatNumber } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { dataTexts } from '@/app/_ui/messages/data'
import { Panel } from '@/app/_ui/Panel'
import { TableHead } from '@/app/_ui/TableHead'
import { Wide } from '@/app/_ui/Wide'
import type { SeriesListView } from '@/lib/api/series/view'
import { AttemptCell } from './AttemptCell'
import { useSeriesText } from './useSeriesText'

/** Currency rates by pair. */
export function RatesTable({ rows, held }: { rows: SeriesListView['rates']; held: SeriesListView['otherHeld'] }) {
  const [texts, text, { day }] = [useTexts(dataTexts), useSeriesText(), useFormat()]
  const { title, note, head, none } = texts.rates
  const anyHeld = Object.values(held).some((count) => count > 0)
  return (
    <Panel title={title} note={note} foot={anyHeld ? texts.held.others(text.held(held)) : undefined}>
      {rows.length === 0 ? (
        <p className="px-4 pb-4 text-soft">{none}</p>
      ) : (
        <Wide label={title}>
          <table className="figures">
            <TableHead
              columns={[
                { name: head.pair },
                { name: head.days },
                { name: head.range, words: true },
                { name: head.source, words: true },
                { name: head.attempt, words: true },
              ]}
            />
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.base}/${row.quote}`}>
                  <td className="align-top font-medium">
                    {row.base}/{row.quote}
                  </td>
                  <td className="align-top">{formatNumber(row.days, 0)}</td>
                  <td className="text align-top text-soft">{texts.range(day(row.first), day(row.last))}</td>
                  <td className="text align-top text-soft" title={text.sourceTitle(row.source, row.fetchedAt)}>
                    {text.source(row.source, row.last)}
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
