import { AgeBadge } from '@/app/_ui/AgeBadge'
import { formatDay, formatMoment } from '@/app/_ui/format/date'
import { formatNumber } from '@/app/_ui/format/number'
import { common } from '@/app/_ui/messages/common'
import { listing as texts } from '@/app/_ui/messages/listing'
import { useMissingText } from '@/app/_ui/missing'
import { Panel } from '@/app/_ui/Panel'
import { useSource } from '@/app/_ui/source'
import type { BarsView } from '@/lib/api/bars/view'
import type { ListingView } from '@/lib/api/listings/view'
import type { MissingView } from '@/lib/api/missing/view'

interface SeriesCardProps {
  readonly listing: ListingView
  readonly feedNames: Readonly<Record<string, string>>
  /** What each feed brought: more than one when the series went from one feed to another. */
  readonly sources: BarsView['meta']['sources']
  readonly missing: MissingView | null
}

/** How old the series is in market time, where it is from, and what the last refresh brought or why it failed. */
export function SeriesCard({ listing, feedNames, sources, missing }: SeriesCardProps) {
  const source = useSource()
  const missingText = useMissingText()
  const { series } = listing
  const { rows } = texts.series
  const attempt = series.lastAttempt
  const feed = attempt ? (feedNames[attempt.feed] ?? attempt.feed) : ''
  const failed = attempt?.outcome === 'failed'
  const lines = [
    [rows.age, <AgeBadge key="age" age={series.age} exchange={listing.exchange} />],
    [rows.lastDue, formatDay(series.age.lastDue)],
    [rows.last, formatDay(series.lastSettledSession)],
    [rows.range, `${formatDay(series.firstSession)} to ${formatDay(series.lastSession)}`],
    [rows.sessions, formatNumber(series.sessions, 0)],
    [
      rows.missing,
      <a
        key="missing"
        className="quiet-link"
        title={common.missing.title}
        href={`/api/v1/listings/${encodeURIComponent(listing.symbol)}/missing`}
      >
        {missing && missingText(missing)}
      </a>,
    ],
    [
      rows.source,
      sources.length < 2
        ? source.text(series.source, series.lastSettledSession)
        : sources.map(({ name, from, to }) => (
            <span key={name} className="block">
              {texts.series.brought(name, formatDay(from), formatDay(to))}
            </span>
          )),
    ],
    [rows.fetched, formatMoment(series.fetchedAt)],
  ] as const
  return (
    <Panel title={texts.series.title}>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1.5 px-4 pb-3">
        {lines.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-faint">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <dt className="text-faint">{rows.attempt}</dt>
        <dd className={failed ? 'text-bad' : ''}>
          {attempt
            ? failed
              ? texts.series.failed(feed, formatMoment(attempt.at))
              : texts.series.worked(feed, formatMoment(attempt.at))
            : texts.series.never}
          {failed && attempt?.error && <span className="block text-soft text-small">{attempt.error}</span>}
        </dd>
      </dl>
    </Panel>
  )
}
