import { Badge } from '@/app/_ui/Badge'
import { formatNumber } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { claimsTexts } from '@/app/_ui/messages/claims'
import { Panel } from '@/app/_ui/Panel'
import { TableHead } from '@/app/_ui/TableHead'
import { Wide } from '@/app/_ui/Wide'
import type { JudgedClaimView } from '@/lib/api/claims/view'

/** What a conversion gives on each of the dates asked for, in the unit that was computed. */
export function ConversionsPanel(props: {
  conversions: NonNullable<JudgedClaimView['conversions']>
  computed: JudgedClaimView['computed']
}) {
  const [{ conversions: texts, endDates }, say, { day }] = [useTexts(claimsTexts), useStored(), useFormat()]
  const { title, head } = texts
  const note = props.computed && say(props.computed.unit, props.computed.unitZh)
  return (
    <Panel title={title} note={note}>
      <Wide label={title}>
        <table className="figures" data-testid="conversions">
          <TableHead
            columns={[
              { name: head.date },
              { name: head.rate, words: true },
              { name: head.value },
              { name: head.satisfies, words: true },
            ]}
          />
          <tbody>
            {props.conversions.map(({ date, rateDate, value, satisfies }) => (
              <tr key={date}>
                <td>{day(date)}</td>
                <td className="text text-soft">{day(rateDate)}</td>
                <td>{formatNumber(value, 2)}</td>
                <td className="text">
                  <Badge tone={satisfies ? 'good' : 'plain'}>{satisfies ? endDates.yes : endDates.no}</Badge>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </Panel>
  )
}
