import { formatNumber, formatSigned } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { claimsTexts } from '@/app/_ui/messages/claims'
import { Panel } from '@/app/_ui/Panel'
import { TableHead } from '@/app/_ui/TableHead'
import { Wide } from '@/app/_ui/Wide'
import type { JudgedClaimView } from '@/lib/api/claims/view'
import { EndDatesStrip } from './EndDatesStrip'

/** How many of the last end dates satisfy the statement: a strip of marks, and every one of them as a table. */
export function EndDatesPanel({
  endDates,
  claim: { computed, stated },
}: {
  endDates: NonNullable<JudgedClaimView['endDates']>
  claim: JudgedClaimView
}) {
  const [texts, say, { day }] = [useTexts(claimsTexts).endDates, useStored(), useFormat()]
  const { title, note, table, head, yes, no } = texts
  const unit = computed ? say(computed.unit, computed.unitZh) : ''
  return (
    <Panel title={title} note={note(endDates.satisfied, endDates.count)}>
      <EndDatesStrip endDates={endDates} stated={stated} unit={unit} />
      <details className="border-line border-t">
        <summary className="px-4 py-2 text-soft text-small">{table}</summary>
        <Wide label={title}>
          <table className="figures" data-testid="end-dates">
            <TableHead
              columns={[
                { name: head.end },
                { name: head.close },
                { name: head.start, words: true },
                { name: head.startClose },
                { name: head.change(unit) },
                { name: head.satisfies, words: true },
              ]}
            />
            <tbody>
              {endDates.list.toReversed().map((end) => (
                <tr key={end.session}>
                  <td>{day(end.session)}</td>
                  <td>{formatNumber(end.close)}</td>
                  <td className="text text-soft">{day(end.start)}</td>
                  <td className="text-soft">{formatNumber(end.startClose)}</td>
                  <td>{formatSigned(end.change, 1)}</td>
                  <td className={`text ${end.satisfies ? 'text-good' : 'text-faint'}`}>{end.satisfies ? yes : no}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      </details>
    </Panel>
  )
}
