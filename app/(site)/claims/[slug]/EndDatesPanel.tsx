import { formatDay } from '@/app/_ui/format/date'
import { formatNumber, formatSigned } from '@/app/_ui/format/number'
import { claims as texts } from '@/app/_ui/messages/claims'
import { Panel } from '@/app/_ui/Panel'
import { Wide } from '@/app/_ui/Wide'
import type { JudgedClaimView } from '@/lib/api/claims/view'
import { EndDatesStrip } from './EndDatesStrip'

/** How many of the last end dates satisfy the statement: a strip of marks, and every one of them as a table. */
export function EndDatesPanel({
  endDates,
  claim,
}: {
  endDates: NonNullable<JudgedClaimView['endDates']>
  claim: JudgedClaimView
}) {
  const { title, note, table, head, yes, no } = texts.endDates
  const unit = claim.computed?.unit ?? ''
  return (
    <Panel title={title} note={note(endDates.satisfied, endDates.count)}>
      <EndDatesStrip endDates={endDates} stated={claim.stated} unit={unit} />
      <details className="border-line border-t">
        <summary className="px-4 py-2 text-soft text-small">{table}</summary>
        <Wide label={title}>
          <table className="figures" data-testid="end-dates">
            <thead>
              <tr>
                <th scope="col">{head.end}</th>
                <th scope="col">{head.close}</th>
                <th scope="col" className="text">
                  {head.start}
                </th>
                <th scope="col">{head.startClose}</th>
                <th scope="col">
                  {head.change}, {unit}
                </th>
                <th scope="col" className="text">
                  {head.satisfies}
                </th>
              </tr>
            </thead>
            <tbody>
              {endDates.list.toReversed().map((end) => (
                <tr key={end.session}>
                  <td>{formatDay(end.session)}</td>
                  <td>{formatNumber(end.close)}</td>
                  <td className="text text-soft">{formatDay(end.start)}</td>
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
