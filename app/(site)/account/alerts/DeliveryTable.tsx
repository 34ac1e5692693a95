import { Badge } from '@/app/_ui/Badge'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { alertsTexts } from '@/app/_ui/messages/alerts'
import { TableHead } from '@/app/_ui/TableHead'
import { Wide } from '@/app/_ui/Wide'
import type { DeliveryView } from '@/lib/api/alerts/schema'

const tones = { waiting: 'plain', sending: 'plain', delivered: 'good', failed: 'bad', muted: 'plain' } as const

/** The messages of an account's alerts, the newest first, with what became of each. */
export function DeliveryTable({ deliveries }: { deliveries: readonly DeliveryView[] }) {
  const [texts, { moment }] = [useTexts(alertsTexts).deliveries, useFormat()]
  const { head, kinds, next, states } = texts
  return (
    <Wide label={texts.title}>
      <table className="figures" data-testid="deliveries">
        <TableHead
          columns={[
            { name: head.at },
            { name: head.alert, words: true },
            { name: head.about, words: true },
            { name: head.state, words: true },
            { name: head.tries },
            { name: head.outcome, words: true },
          ]}
        />
        <tbody>
          {deliveries.map((row) => (
            <tr key={row.id}>
              <td className="align-top">{moment(row.createdAt)}</td>
              <td className="text align-top">{row.alertName}</td>
              <td className="text align-top">
                {row.kind === 'test' ? kinds.test : row.subject}
                {row.kind !== 'test' && (
                  <span className="block text-faint text-small">{row.rule ?? kinds[row.kind]}</span>
                )}
              </td>
              <td className="text align-top">
                <Badge tone={tones[row.state]}>{states[row.state]}</Badge>
              </td>
              <td className="align-top">{row.attempts}</td>
              <td className="text wrap-anywhere min-w-56 whitespace-normal! align-top text-soft">
                {row.outcome || '–'}
                {row.state === 'waiting' && row.outcome !== '' && ` · ${next(moment(row.nextAt))}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
