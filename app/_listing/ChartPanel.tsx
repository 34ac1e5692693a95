import type { ListingData } from '@/app/_data/listing'
import { adjustments, ranges } from '@/app/_data/listingQuery'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { listingTexts } from '@/app/_ui/messages/listing'
import { Panel } from '@/app/_ui/Panel'
import { LookBack } from '@/app/_ui/PointInTime'
import { Segmented } from '@/app/_ui/Segmented'
import { hrefWith, listingHref, type Query } from '@/app/_ui/url'
import { CandleChart } from './CandleChart'
import type { ListingEvent } from './events'

interface ChartPanelProps {
  readonly data: ListingData
  readonly query: Query
  readonly events: readonly ListingEvent[]
  /** First session to show, null for all. */
  readonly from: string | null
}

/** The price chart with its controls, each of which is a link. */
export function ChartPanel({ data, query, events, from }: ChartPanelProps) {
  const [texts, say] = [useTexts(listingTexts), useStored()]
  const { adjust, range, bars, listing } = data
  const path = listingHref(listing.symbol)
  return (
    <Panel
      title={texts.chart.title}
      note={`${listing.currency} · ${texts.adjust.unit[adjust]}`}
      aside={
        <div className="flex flex-wrap gap-2">
          <Segmented
            label={texts.adjust.label}
            choices={adjustments.map((one) => ({
              href: hrefWith(path, query, { adjust: one === 'split' ? null : one }),
              text: texts.adjust.names[one],
              title: texts.adjust.notes[one],
              active: one === adjust,
            }))}
          />
          <Segmented
            label={texts.range.label}
            choices={ranges.map((one) => ({
              href: hrefWith(path, query, { range: one === 'all' ? null : one }),
              text: texts.range.names[one],
              active: one === range,
            }))}
          />
          <LookBack path={path} query={query} />
        </div>
      }
      foot={[texts.adjust.notes[adjust], say(bars.meta.adjustmentNote ?? '', bars.meta.adjustmentNoteZh)]
        .filter(Boolean)
        .join(' ')}
    >
      <CandleChart
        name={say(listing.name, listing.nameZh)}
        currency={listing.currency}
        bars={bars}
        from={from}
        marks={events.map(({ number, markDate, event }) => ({
          number,
          date: markDate,
          title: say(event.title, event.titleZh),
        }))}
        places={Object.fromEntries(events.map(({ number, place }) => [number, place]))}
      />
    </Panel>
  )
}
