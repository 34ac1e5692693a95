import Link from 'next/link'
import { AgeBadge } from '@/app/_ui/AgeBadge'
import { formatDay, formatMoment } from '@/app/_ui/format/date'
import { formatNumber } from '@/app/_ui/format/number'
import { common } from '@/app/_ui/messages/common'
import { data as texts } from '@/app/_ui/messages/data'
import { useMissingText } from '@/app/_ui/missing'
import { Panel } from '@/app/_ui/Panel'
import { useSource } from '@/app/_ui/source'
import { listingHref } from '@/app/_ui/url'
import { Wide } from '@/app/_ui/Wide'
import type { ListingView } from '@/lib/api/listings/view'
import type { MissingView } from '@/lib/api/missing/view'

/** Every price series with its range, gaps, age, source and last refresh. `missing` is in the order of `items`. */
export function SeriesTable(props: { items: readonly ListingView[]; missing: readonly (MissingView | null)[] }) {
  const { items, missing } = props
  const source = useSource()
  const missingText = useMissingText()
  const { head } = texts.series
  return (
    <Panel title={texts.series.title}>
      <Wide label={texts.series.title}>
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{head.listing}</th>
              <th scope="col">{head.sessions}</th>
              <th scope="col">{head.missing}</th>
              {[head.range, head.age, head.source, head.attempt].map((text) => (
                <th key={text} scope="col" className="text">
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map(({ symbol, name, exchange, series }, i) => (
              <tr key={symbol}>
                <td>
                  <Link href={listingHref(symbol)} prefetch={false} className="quiet-link font-medium">
                    {name}
                  </Link>
                  <span className="ml-2 text-faint text-small">
                    {symbol} · {exchange}
                  </span>
                </td>
                <td>{formatNumber(series.sessions, 0)}</td>
                <td title={common.missing.title}>
                  <a className="quiet-link" href={`/api/v1/listings/${encodeURIComponent(symbol)}/missing`}>
                    {missing[i] && missingText(missing[i])}
                  </a>
                </td>
                <td className="text text-soft">
                  {formatDay(series.firstSession)} to {formatDay(series.lastSession)}
                </td>
                <td className="text">
                  <AgeBadge age={series.age} exchange={exchange} />
                </td>
                <td
                  className="text text-soft"
                  title={source.title({ ...series, lastSession: series.lastSettledSession })}
                >
                  {source.text(series.source, series.lastSettledSession)}
                </td>
                <td
                  className={`text max-w-64 truncate ${series.lastAttempt?.outcome === 'failed' ? 'text-bad' : 'text-soft'}`}
                  title={series.lastAttempt?.error ?? undefined}
                >
                  {series.lastAttempt
                    ? `${series.lastAttempt.outcome}, ${formatMoment(series.lastAttempt.at)}`
                    : texts.series.never}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </Panel>
  )
}
