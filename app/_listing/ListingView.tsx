import { Suspense } from 'react'
import { eventEffects } from '@/app/_data/effects'
import type { ListingData } from '@/app/_data/listing'
import { rangeStart } from '@/app/_data/listingQuery'
import { RevenuePanel } from '@/app/_revenue/RevenuePanel'
import { SignalsPanel } from '@/app/_signals/SignalsPanel'
import type { Annotate } from '@/app/_ui/chart/tool'
import { useTexts } from '@/app/_ui/i18n/texts'
import { listingTexts } from '@/app/_ui/messages/listing'
import { revenueTexts } from '@/app/_ui/messages/revenue'
import { PointInTimeBanner } from '@/app/_ui/PointInTime'
import { useSource } from '@/app/_ui/source'
import { listingHref, type Query } from '@/app/_ui/url'
import { ActionsPanel } from './ActionsPanel'
import { BarsTable } from './BarsTable'
import { ChartPanel } from './ChartPanel'
import { EmptyListing } from './EmptyListing'
import { EventsPanel } from './EventsPanel'
import { listingEvents } from './events'
import { FeedsPanel } from './FeedsPanel'
import { Indicators } from './Indicators'
import { KeyFigures } from './KeyFigures'
import { ListingHead } from './ListingHead'
import { LiveListing } from './LiveListing'
import { MissingPanel } from './MissingPanel'
import { Problems } from './Problems'
import { SeriesCard } from './SeriesCard'
import { ValuationPanel } from './ValuationPanel'

interface ListingViewProps {
  readonly data: ListingData
  readonly query: Query
  /** The present, whatever moment the page is set to. */
  readonly now: Date
  /** For whoever may write events on its chart. */
  readonly annotate: Annotate | null
}

type EventsProps = Omit<Parameters<typeof EventsPanel>[0], 'effects'>

/** The events once it is known what each did. */
async function EventsWithEffects({ data, now, ...props }: EventsProps & Pick<ListingViewProps, 'data' | 'now'>) {
  const effects = await eventEffects(data.moment, now)
  return <EventsPanel {...props} effects={effects} />
}

/** The whole page of a listing. */
export function ListingView({ data, query, now, annotate }: ListingViewProps) {
  const [texts, revenue, source] = [useTexts(listingTexts), useTexts(revenueTexts), useSource()]
  const { listing, bars, missing, refreshes, adjust } = data
  const { symbol } = listing
  const [first, last] = [bars.session[0] ?? '', bars.session.at(-1) ?? '']
  const from = rangeStart(data.range, last)
  const events = listingEvents(data.events, symbol)
  const listed = { events, symbol, first, last, query, results: data.results }
  const side = symbol === '688256.SS' ? 'cambricon' : 'nvidia'
  const title = source.title({ ...listing.series, lastSession: listing.series.lastSettledSession })
  // Beside a tall revenue panel the events stand in the other column.
  const company = data.revenue !== null
  const named = (
    <Suspense fallback={<EventsPanel {...listed} effects={null} />}>
      <EventsWithEffects {...{ data, now }} {...listed} />
    </Suspense>
  )
  return (
    <div className="space-y-4">
      <LiveListing url={data.listingUrl} made={listing} asOf={data.moment.asOf} now={data.now} />
      <PointInTimeBanner path={listingHref(symbol)} query={query} {...data.moment} />
      <Problems wrong={data.wrong} />
      <ListingHead {...{ listing, query }} url={data.listingUrl} asOf={data.moment.asOf} />
      {last === '' ? (
        <EmptyListing {...{ listing, refreshes }} />
      ) : (
        <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <ChartPanel {...{ data, query, events, from, annotate }} />
          <div className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-1">
            <KeyFigures data={data} />
            <SeriesCard {...{ listing, missing }} switches={refreshes.switches} />
          </div>
        </div>
      )}
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <div className="space-y-4">
          {data.revenue && (
            <RevenuePanel side={side} title={revenue.title} view={data.revenue} valuation={data.valuation} />
          )}
          {data.valuation && <ValuationPanel latest={data.valuation} url={data.valuationUrl} />}
          {!company && named}
        </div>
        <div className="space-y-4">
          {company && named}
          <SignalsPanel signals={data.signals} listing={symbol} asOf={data.moment.asOf} />
          <ActionsPanel items={data.actions} incomplete={listing.kind !== 'index'} />
          <MissingPanel missing={missing} stored={bars.session} url={data.missingUrl} />
        </div>
      </div>
      {last !== '' && <Indicators {...{ data, query, from }} />}
      <FeedsPanel refreshes={refreshes} />
      {last !== '' && (
        <BarsTable
          {...{ bars, adjust, query }}
          url={data.barsUrl}
          title={`${texts.adjust.names[adjust]} · ${title}`}
          page={data.page}
          pages={data.pages}
        />
      )}
    </div>
  )
}
