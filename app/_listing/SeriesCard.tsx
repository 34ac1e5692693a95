import { formatNumber } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { listingTexts } from '@/app/_ui/messages/listing'
import { useMissingText } from '@/app/_ui/missing'
import { Panel } from '@/app/_ui/Panel'
import { useSource } from '@/app/_ui/source'
import type { ListingView } from '@/lib/api/listings/view'
import type { MissingView } from '@/lib/api/missing/view'
import type { RefreshesView } from '@/lib/api/refreshes/view'
import { Fact, Facts } from './Facts'
import { useListingNames } from './useListingNames'

// Feeds may take turns for years: the newest switches are told, the rest counted.
const shown = 4

interface SeriesCardProps {
  readonly listing: ListingView
  readonly missing: MissingView
  /** Which feed brought which sessions. */
  readonly switches: RefreshesView['switches']
}

/** What is stored of a series against what is due, and which feed brought which part of it. */
export function SeriesCard({ listing, missing, switches }: SeriesCardProps) {
  const [{ series: texts }, { day, moment }, source, missingText, names] = [
    useTexts(listingTexts),
    useFormat(),
    useSource(),
    useMissingText(),
    useListingNames(),
  ]
  const { series } = listing
  const { rows } = texts
  return (
    <Panel title={texts.title}>
      <Facts figures>
        <Fact name={rows.lastDue}>{day(series.age.lastDue)}</Fact>
        <Fact name={rows.last}>{day(series.lastSettledSession)}</Fact>
        {series.firstSession && series.lastSession && (
          <Fact name={rows.range}>{texts.range(day(series.firstSession), day(series.lastSession))}</Fact>
        )}
        <Fact name={rows.sessions}>{formatNumber(series.sessions, 0)}</Fact>
        <Fact name={rows.missing}>{missingText(missing)}</Fact>
        <Fact name={rows.source}>
          {switches.length < 2
            ? source.text(series.source, series.lastSettledSession)
            : switches.slice(-shown).map(({ feed, name, from, to }) => (
                <span key={from} className="block">
                  {texts.brought(names.feed(feed, name), day(from), day(to))}
                </span>
              ))}
          {switches.length > shown && (
            <span className="block text-faint text-small">{texts.earlier(switches.length - shown)}</span>
          )}
        </Fact>
        <Fact name={rows.fetched}>{moment(series.fetchedAt)}</Fact>
      </Facts>
    </Panel>
  )
}
