'use client'

import { type ReactNode, useMemo, useState } from 'react'
import { EventList } from '@/app/_board/EventList'
import type { EventEntry } from '@/app/_board/entries'
import { formatDay, formatMoment } from '@/app/_ui/format/date'
import { useLive } from '@/app/_ui/live'
import { common } from '@/app/_ui/messages/common'
import { listing as texts } from '@/app/_ui/messages/listing'
import { Panel } from '@/app/_ui/Panel'
import { useSource } from '@/app/_ui/source'
import type { BarsView } from '@/lib/api/bars/view'
import type { ListingView } from '@/lib/api/listings/view'
import type { MissingView } from '@/lib/api/missing/view'
import { BarReadout } from './BarReadout'
import { BarsTable } from './BarsTable'
import { CandleChart } from './CandleChart'
import { ListingHead } from './ListingHead'
import { SeriesCard } from './SeriesCard'

interface ListingLiveProps {
  readonly listing: ListingView
  readonly listingUrl: string
  readonly bars: BarsView
  readonly barsUrl: string
  readonly adjust: 'raw' | 'split' | 'total'
  readonly months: number | null
  readonly entries: readonly EventEntry[]
  readonly now: string
  /** Names of feeds by id. */
  readonly feedNames: Readonly<Record<string, string>>
  /** Missing sessions in words. */
  readonly missing: MissingView | null
  readonly controls: ReactNode
  /** Says when the page is set to a moment in the past. */
  readonly banner: ReactNode
  /** Panels made on the server; null where the listing has no revenue, or nothing to value. */
  readonly revenue: ReactNode
  readonly valuation: ReactNode
  readonly actions: ReactNode
}

function monthsBefore(session: string, months: number): string {
  const index = Number(session.slice(0, 4)) * 12 + Number(session.slice(5, 7)) - 1 - months
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-${session.slice(8)}`
}

/** The parts of a listing's page that follow the store: asked again while the page is open. */
export function ListingLive(props: ListingLiveProps) {
  const { adjust, months, entries, controls, revenue, valuation, actions, now } = props
  const source = useSource()
  const listed = useLive(props.listingUrl, props.listing)
  const priced = useLive(props.barsUrl, props.bars)
  const [active, setActive] = useState<readonly number[]>([])
  const [opened, setOpened] = useState<{ number: number } | null>(null)
  const [session, setSession] = useState<string | null>(null)
  const marks = useMemo(
    () => entries.map(({ number, markDate, title }) => ({ number, date: markDate, title })),
    [entries],
  )
  const [bars, listing] = [priced.data, listed.data]
  const [first, last] = [bars.session[0] ?? '', bars.session.at(-1) ?? '']
  const note = `${listing.currency}, ${texts.adjust.names[adjust].toLowerCase()}`
  return (
    <div className="space-y-4">
      {(listed.stale || priced.stale) && (
        <p role="status" className="rounded-md bg-warn-ground px-3 py-2 text-warn">
          {common.live.failed(formatMoment(listed.at ?? now))}
        </p>
      )}
      {props.banner}
      <ListingHead listing={listing} />
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-[minmax(0,1fr)_23rem]">
        <Panel
          title={texts.chart.title}
          note={note}
          aside={controls}
          foot={[texts.adjust.notes[adjust], bars.meta.adjustmentNote].filter(Boolean).join(' ')}
        >
          {last === '' ? (
            <p className="px-4 py-16 text-center text-soft">{texts.chart.none}</p>
          ) : (
            <>
              <BarReadout bars={bars} session={session} />
              <CandleChart
                name={listing.name}
                currency={listing.currency}
                from={months === null ? null : monthsBefore(last, months)}
                {...{ bars, marks, active }}
                onActive={setActive}
                onOpen={(numbers) => setOpened({ number: numbers[0] ?? 0 })}
                onPoint={setSession}
              />
            </>
          )}
        </Panel>
        <div className="relative min-h-0">
          <Panel
            title={texts.events.title}
            className="lg:absolute lg:inset-0 [&>div:nth-child(2)]:relative [&>div:nth-child(2)]:overflow-y-auto"
          >
            <EventList
              {...{ entries, active, opened }}
              onActive={setActive}
              offChart={({ markDate }) => markDate < first || markDate > last}
              query={{}}
              none={texts.events.none}
            />
          </Panel>
        </div>
      </div>
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        {(revenue || valuation) && (
          <div className="space-y-4">
            {revenue}
            {valuation}
          </div>
        )}
        <div className={revenue || valuation ? 'space-y-4' : 'contents'}>
          <SeriesCard
            listing={listing}
            feedNames={props.feedNames}
            sources={bars.meta.sources}
            missing={props.missing}
          />
          {actions}
        </div>
      </div>
      {last !== '' && (
        <BarsTable
          bars={bars}
          url={props.barsUrl}
          unit={`${listing.currency}, ${texts.adjust.names[adjust].toLowerCase()}`}
          title={`${texts.adjust.names[adjust]}, to ${formatDay(last)} · ${source.title({ ...listing.series, lastSession: listing.series.lastSettledSession })}`}
        />
      )}
    </div>
  )
}
