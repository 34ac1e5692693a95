import { formatPrice } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { listingTexts } from '@/app/_ui/messages/listing'
import { Panel } from '@/app/_ui/Panel'
import { TableHead } from '@/app/_ui/TableHead'
import { Wide } from '@/app/_ui/Wide'
import type { ActionView } from '@/lib/api/actions/view'
import { useListingNames } from './useListingNames'

function whatText(action: ActionView, texts: (typeof listingTexts)['en']['actions']): string {
  if (action.kind === 'dividend') return texts.dividend(formatPrice(action.cash), action.currency)
  const { numerator, denominator } = action
  return numerator % denominator === 0
    ? texts.split(numerator / denominator, 1)
    : texts.bonus(String(Number((numerator / denominator).toFixed(6))))
}

/** Splits and cash dividends that are known, newest first. */
export function ActionsPanel({ items, incomplete }: { items: readonly ActionView[]; incomplete: boolean }) {
  const [{ actions: texts }, { day }, names] = [useTexts(listingTexts), useFormat(), useListingNames()]
  const { head } = texts
  return (
    <Panel title={texts.title} foot={incomplete ? texts.incomplete : undefined}>
      {items.length === 0 ? (
        <p className="px-4 pb-4 text-soft">{texts.none}</p>
      ) : (
        <Wide label={texts.title}>
          <table className="figures">
            <TableHead
              columns={[{ name: head.date }, { name: head.what, words: true }, { name: head.source, words: true }]}
            />
            <tbody>
              {[...items].reverse().map((action) => (
                <tr key={`${action.exDate}${action.kind}`}>
                  <td>{day(action.exDate)}</td>
                  <td className="text">{whatText(action, texts)}</td>
                  <td className="text text-faint text-small" title={action.source}>
                    {names.feed(action.feed, action.feedName)}
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
