import Link from 'next/link'
import { AgeBadge, ageText } from '@/app/_ui/AgeBadge'
import { Change } from '@/app/_ui/Change'
import { formatDay } from '@/app/_ui/format/date'
import { formatPrice } from '@/app/_ui/format/number'
import { useTexts } from '@/app/_ui/i18n/texts'
import { board } from '@/app/_ui/messages/board'
import { commonTexts } from '@/app/_ui/messages/common'
import { Panel } from '@/app/_ui/Panel'
import { useSource } from '@/app/_ui/source'
import { listingHref } from '@/app/_ui/url'
import { Wide } from '@/app/_ui/Wide'
import type { ListingView } from '@/lib/api/listings/view'

function changeTitle({ series, currency }: ListingView): string {
  if (series.previousClose === null) return ''
  const against = board.closes.changeTitle(
    `${formatPrice(series.previousClose)} ${currency}`,
    formatDay(series.previousSession),
  )
  return series.changeBasis === 'split' ? `${against} ${board.closes.split}` : against
}

/** The last close of every listing with its age and its source. */
export function ClosesTable({ items }: { items: readonly ListingView[] }) {
  const source = useSource()
  const { age } = useTexts(commonTexts)
  const { head } = board.closes
  return (
    <Panel title={board.closes.title} note={board.closes.note}>
      {items.length === 0 ? (
        <p className="px-4 pb-4 text-soft">{board.closes.none}</p>
      ) : (
        <Wide label={board.closes.title}>
          <table className="figures" data-testid="closes">
            <thead>
              <tr>
                <th scope="col">{head.listing}</th>
                <th scope="col">{head.close}</th>
                <th scope="col" className="max-sm:hidden">
                  {head.change}
                </th>
                <th scope="col" className="max-sm:hidden">
                  {head.session}
                </th>
                <th scope="col" className="text max-sm:hidden">
                  {head.age}
                </th>
                <th scope="col" className="text max-sm:hidden">
                  {head.source}
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => {
                const title = source.title({ ...item.series, lastSession: item.series.lastSettledSession })
                return (
                  <tr key={item.symbol}>
                    <td>
                      <Link href={listingHref(item.symbol)} className="quiet-link font-medium" prefetch={false}>
                        {item.name}
                      </Link>
                      <span className="block text-faint text-small sm:ml-2 sm:inline">
                        {item.symbol}
                        <span className="sm:hidden"> · {ageText(item.series.age, age)}</span>
                      </span>
                    </td>
                    <td title={title}>
                      {formatPrice(item.series.lastClose)} <span className="text-faint text-tiny">{item.currency}</span>
                      <span className="block text-small sm:hidden">
                        <Change fraction={item.series.change} />
                      </span>
                    </td>
                    <td className="max-sm:hidden">
                      <Change fraction={item.series.change} title={changeTitle(item)} />
                    </td>
                    <td className="text-soft max-sm:hidden">{formatDay(item.series.lastSettledSession)}</td>
                    <td className="text max-sm:hidden">
                      <AgeBadge age={item.series.age} exchange={item.exchange} />
                    </td>
                    <td className="text text-soft text-small max-sm:hidden" title={title}>
                      {source.text(item.series.source, item.series.lastSettledSession)}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </Wide>
      )}
    </Panel>
  )
}
