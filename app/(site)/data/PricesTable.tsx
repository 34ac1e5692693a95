import Link from 'next/link'
import type { PriceRow } from '@/app/_data/dataPage'
import { AgeBadge } from '@/app/_ui/AgeBadge'
import { formatNumber } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { commonTexts } from '@/app/_ui/messages/common'
import { dataTexts } from '@/app/_ui/messages/data'
import { Panel } from '@/app/_ui/Panel'
import { useSource } from '@/app/_ui/source'
import { TableHead } from '@/app/_ui/TableHead'
import { hrefWith, listingHref } from '@/app/_ui/url'
import { Wide } from '@/app/_ui/Wide'
import { exchangeOf, isMic } from '@/lib/market/exchange'
import { AttemptCell } from './AttemptCell'
import { Tracker, TrackerLegend } from './Tracker'
import { useSeriesText } from './useSeriesText'

function Row({ row, asOf }: { row: PriceRow; asOf: string | null }) {
  const [texts, common, say] = [useTexts(dataTexts), useTexts(commonTexts), useStored()]
  const [text, source, { day }] = [useSeriesText(), useSource(), useFormat()]
  const { listing, missing, complete, revisions, lastRevisedAt, quarantine, recent, lastAttempt } = row
  const { symbol, mic, series } = listing
  const exchange = say(listing.exchange, isMic(mic) ? exchangeOf(mic).nameZh : null)
  return (
    <tr>
      <td className="align-top">
        <Link
          href={hrefWith(listingHref(symbol), {}, { asOf })}
          prefetch={false}
          className="quiet-link font-medium"
          title={exchange}
        >
          {say(listing.name, listing.nameZh)}
        </Link>
        <span className="ml-2 text-faint text-small">{symbol}</span>
      </td>
      <td className="text align-top">
        <AgeBadge age={series.age} exchange={exchange} />
      </td>
      <td className="text pt-2! align-top">
        <Tracker recent={recent} />
      </td>
      <td className="text align-top text-soft">{texts.range(day(series.firstSession), day(series.lastSession))}</td>
      <td className="align-top" title={texts.series.dueTitle(row.stored, row.due)}>
        {formatNumber(series.sessions, 0)}
      </td>
      <td
        className={`align-top ${missing.open > 0 ? '' : 'text-soft'}`}
        title={complete === null ? texts.missing.unknown : common.missing.title}
      >
        <a className="quiet-link" href={`/api/v1/listings/${encodeURIComponent(symbol)}/missing`}>
          {text.missing(missing)}
        </a>
      </td>
      <td
        className="align-top text-soft"
        title={lastRevisedAt ? texts.series.revisedTitle(day(lastRevisedAt.slice(0, 10))) : texts.series.unrevisedTitle}
      >
        {formatNumber(revisions, 0)}
      </td>
      <td
        className={`min-w-20 whitespace-normal! align-top ${quarantine.held > 0 ? 'text-warn' : 'text-soft'}`}
        title={texts.held.title}
      >
        {text.held(quarantine)}
      </td>
      <td
        className="text align-top text-soft"
        title={source.title({ ...series, lastSession: series.lastSettledSession })}
      >
        {text.source(series.source, series.lastSettledSession)}
      </td>
      <AttemptCell attempt={lastAttempt} />
    </tr>
  )
}

/** Every price series: its age, its last sessions one by one, its range, gaps, revisions, rows held back, source and last refresh. */
export function PricesTable({ rows, asOf }: { rows: readonly PriceRow[]; asOf: string | null }) {
  const texts = useTexts(dataTexts)
  const { title, note, head } = texts.series
  const longest = rows.reduce((most, { recent }) => Math.max(most, recent.session.length), 0)
  const states = new Set(rows.flatMap(({ recent }) => recent.state))
  return (
    <Panel title={title} note={note(longest)} foot={<TrackerLegend states={states} />}>
      <Wide label={title}>
        <table className="figures [&_:is(td,th):not(:first-child,:last-child)]:px-2!" data-testid="prices">
          <TableHead
            columns={[
              { name: head.listing },
              { name: head.age, words: true },
              { name: head.tracker(longest), words: true },
              { name: head.range, words: true },
              { name: head.sessions },
              { name: head.missing },
              { name: head.revisions },
              { name: head.held, title: texts.held.title },
              { name: head.source, words: true },
              { name: head.attempt, words: true },
            ]}
          />
          <tbody>
            {rows.map((row) => (
              <Row key={row.symbol} row={row} asOf={asOf} />
            ))}
          </tbody>
        </table>
      </Wide>
    </Panel>
  )
}
