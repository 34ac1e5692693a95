import { formatDay } from '@/app/_ui/format/date'
import { formatPrice } from '@/app/_ui/format/number'
import { listing } from '@/app/_ui/messages/listing'
import { Panel } from '@/app/_ui/Panel'
import { Wide } from '@/app/_ui/Wide'
import type { ActionView } from '@/lib/api/actions/view'

function whatText(action: ActionView): string {
  if (action.kind === 'dividend') return listing.actions.dividend(formatPrice(action.cash), action.currency)
  const { numerator, denominator } = action
  return numerator % denominator === 0
    ? listing.actions.split(numerator / denominator, 1)
    : listing.actions.bonus(String(Number((numerator / denominator).toFixed(6))))
}

/** Splits and cash dividends that are known, newest first. */
export function ActionsPanel({ items, incomplete }: { items: readonly ActionView[]; incomplete: boolean }) {
  const { head } = listing.actions
  return (
    <Panel title={listing.actions.title} foot={incomplete ? listing.actions.incomplete : undefined}>
      {items.length === 0 ? (
        <p className="px-4 pb-4 text-soft">{listing.actions.none}</p>
      ) : (
        <Wide label={listing.actions.title}>
          <table className="figures">
            <thead>
              <tr>
                <th scope="col">{head.date}</th>
                <th scope="col" className="text">
                  {head.what}
                </th>
                <th scope="col" className="text">
                  {head.source}
                </th>
              </tr>
            </thead>
            <tbody>
              {[...items].reverse().map((action) => (
                <tr key={`${action.exDate}${action.kind}`}>
                  <td>{formatDay(action.exDate)}</td>
                  <td className="text">{whatText(action)}</td>
                  <td className="text max-w-56 truncate text-faint text-small" title={action.source}>
                    {action.feedName}
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
