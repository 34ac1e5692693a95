import type { ListingData } from '@/app/_data/listing'
import { adjustments, ranges, scales, styles } from '@/app/_data/listingQuery'
import type { LineColour } from '@/app/_ui/chart/model'
import type { Annotate } from '@/app/_ui/chart/tool'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { commonTexts } from '@/app/_ui/messages/common'
import { listingTexts } from '@/app/_ui/messages/listing'
import { Panel } from '@/app/_ui/Panel'
import { LookBack } from '@/app/_ui/PointInTime'
import { Segmented } from '@/app/_ui/Segmented'
import { hrefWith, listingHref, type Query } from '@/app/_ui/url'
import { eventHref, type ListingEvent } from './events'
import { flawsOf } from './flaws'
import { LiveChart } from './LiveChart'

const sideColours: Readonly<Record<string, LineColour>> = { '688256.SS': 'cambricon', NVDA: 'nvidia' }

interface ChartPanelProps {
  readonly data: ListingData
  readonly query: Query
  readonly events: readonly ListingEvent[]
  /** First session to show, null for all. */
  readonly from: string | null
  readonly annotate: Annotate | null
}

/** The price chart with its controls, each of which is a link. */
export function ChartPanel({ data, query, events, from, annotate }: ChartPanelProps) {
  const [texts, common, say, { moment }] = [useTexts(listingTexts), useTexts(commonTexts), useStored(), useFormat()]
  const { adjust, range, bars, listing, style, scale } = data
  const { symbol, currency } = listing
  const path = listingHref(symbol)
  const name = say(listing.name, listing.nameZh)
  const { meta, ...columns } = bars
  const colour = sideColours[symbol]
  const flaws = flawsOf(data, {
    missing: (state, reason) =>
      texts.chart.missing(state === 'open' ? common.missing.open : common.missing.reasons(reason)),
    revised: (times, at) => texts.chart.revised(times, moment(at)),
  })
  // What was promised against the other side belongs to the two sides' charts.
  const milestones = colour === undefined ? [] : data.milestones
  return (
    <Panel
      title={texts.chart.title}
      note={`${currency} · ${texts.adjust.unit[adjust]}`}
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
            label={texts.style.label}
            choices={styles.map((one) => ({
              href: hrefWith(path, query, { style: one === 'candles' ? null : one }),
              text: texts.style.names[one],
              active: one === style,
            }))}
          />
          <Segmented
            label={texts.scale.label}
            choices={scales.map((one) => ({
              href: hrefWith(path, query, { scale: one === 'linear' ? null : one }),
              text: texts.scale.names[one],
              active: one === scale,
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
      <LiveChart
        {...{ listing }}
        url={data.listingUrl}
        asOf={data.moment.asOf}
        label={texts.chart.label(name)}
        lines={[]}
        bars={{ ...columns, name, unit: currency, colour: colour ?? 'line-3', style }}
        {...{ scale, from, flaws, annotate }}
        today={data.now.slice(0, 10)}
        marks={events.map(({ number, markDate, markEnd, event }) => ({
          ...{ number, date: markDate, end: markEnd, title: say(event.title, event.titleZh) },
          href: eventHref(event.slug, symbol),
          ...{ slug: event.slug, draft: event.status === 'draft' },
        }))}
        milestones={milestones.flatMap(({ slug, title, titleZh, state, window }) =>
          window ? [{ slug, title: say(title, titleZh), state, ...window, href: `/roadmap#${slug}` }] : [],
        )}
        className="h-[300px] sm:h-[380px]"
      />
    </Panel>
  )
}
