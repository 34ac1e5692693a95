import { Badge } from '@/app/_ui/Badge'
import { formatDay } from '@/app/_ui/format/date'
import { formatNumber } from '@/app/_ui/format/number'
import { claims as texts } from '@/app/_ui/messages/claims'
import { Panel } from '@/app/_ui/Panel'
import { Wide } from '@/app/_ui/Wide'
import type { JudgedClaimView } from '@/lib/api/claims/view'

const { title, head } = texts.conversions

/** What a conversion gives on each of the dates asked for. `unit` is that of the results. */
export function ConversionsPanel(props: { conversions: NonNullable<JudgedClaimView['conversions']>; unit: string }) {
  const { yes, no } = texts.endDates
  return (
    <Panel title={title} note={props.unit}>
      <Wide label={title}>
        <table className="figures" data-testid="conversions">
          <thead>
            <tr>
              <th scope="col">{head.date}</th>
              <th scope="col" className="text">
                {head.rate}
              </th>
              <th scope="col">{head.value}</th>
              <th scope="col" className="text">
                {head.satisfies}
              </th>
            </tr>
          </thead>
          <tbody>
            {props.conversions.map(({ date, rateDate, value, satisfies }) => (
              <tr key={date}>
                <td>{formatDay(date)}</td>
                <td className="text text-soft">{formatDay(rateDate)}</td>
                <td>{formatNumber(value, 2)}</td>
                <td className="text">
                  <Badge tone={satisfies ? 'good' : 'plain'}>{satisfies ? yes : no}</Badge>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </Panel>
  )
}
