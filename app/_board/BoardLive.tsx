'use client'

import { type ReactNode, useMemo } from 'react'
import { valueAt } from '@/app/_ui/chart/timeline'
import { formatMoment } from '@/app/_ui/format/date'
import { useLive } from '@/app/_ui/live'
import { common } from '@/app/_ui/messages/common'
import { useSource } from '@/app/_ui/source'
import type { CompareView } from '@/lib/api/compare/view'
import type { ListingsView } from '@/lib/api/listings/view'
import { ClosesTable } from './ClosesTable'
import { Headline } from './Headline'
import { SideCard } from './SideCard'
import { linesOf, sides } from './sides'
import { Timeline } from './Timeline'

interface BoardLiveProps extends Omit<Parameters<typeof Timeline>[0], 'lines' | 'base' | 'remarks' | 'sources'> {
  readonly compareUrl: string | null
  readonly listingsUrl: string
  /** Stands beside the moment of the page. */
  readonly lookBack: ReactNode
  readonly compare: CompareView
  readonly listings: ListingsView
  /** The base in words, as every change since it is labelled. */
  readonly baseText: string
  readonly now: string
  /** Stands beside the table of closes. */
  readonly beside: ReactNode
  /** Panels below it. */
  readonly children: ReactNode
}

/** The parts of the board that follow the store: asked again while the page is open. */
export function BoardLive({
  compareUrl,
  listingsUrl,
  lookBack,
  compare,
  listings,
  baseText,
  now,
  beside,
  children,
  ...timeline
}: BoardLiveProps) {
  const source = useSource()
  const compared = useLive(compareUrl, compare)
  const listed = useLive(listingsUrl, listings)
  const lines = useMemo(() => linesOf(compared.data), [compared.data])
  const asOf = formatMoment(listingsUrl.includes('asOf=') ? now : (listed.at ?? now))
  return (
    <div className="space-y-4">
      {(compared.stale || listed.stale) && (
        <p role="status" className="rounded-md bg-warn-ground px-3 py-2 text-warn">
          {common.live.failed(asOf)}
        </p>
      )}
      <Headline lines={lines} base={baseText} asOf={asOf} lookBack={lookBack} />
      <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
        {sides.map(({ side, symbol, name }) => {
          const listing = listed.data.items.find((item) => item.symbol === symbol)
          const line = lines.find((one) => one.side === side)
          const last = line && valueAt(line.session, line.value, '9999-12-31')
          return listing ? (
            <SideCard
              key={side}
              {...{ side, name, listing }}
              since={last ? last.value / 100 - 1 : null}
              base={baseText}
            />
          ) : null
        })}
      </div>
      <Timeline
        {...timeline}
        lines={lines}
        base={compared.data.base.date}
        sources={compared.data.series.map((one) => `${one.name}: ${source.text(one.source, one.bundledTo)}`)}
        remarks={compared.data.series.flatMap(({ name, note }) => (note ? [`${name}: ${note}.`] : []))}
      />
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-[minmax(0,1fr)_27rem]">
        <ClosesTable items={listed.data.items} />
        {beside}
      </div>
      {children}
    </div>
  )
}
