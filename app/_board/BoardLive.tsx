'use client'

import { type ReactNode, useMemo } from 'react'
import { valueAt } from '@/app/_ui/chart/timeline'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { LiveRefresh } from '@/app/_ui/live/LiveRefresh'
import { useLive } from '@/app/_ui/live/useLive'
import { boardTexts } from '@/app/_ui/messages/board'
import { commonTexts } from '@/app/_ui/messages/common'
import { useSource } from '@/app/_ui/source'
import type { CompareView } from '@/lib/api/compare/view'
import type { ListingsView } from '@/lib/api/listings/view'
import { Argument } from './Argument'
import { FreshPanel } from './FreshPanel'
import { Headline } from './Headline'
import { SideFigures } from './SideFigures'
import { linesOf, sides } from './sides'

interface BoardLiveProps
  extends Omit<Parameters<typeof Argument>[0], 'lines' | 'base' | 'remarks' | 'sources' | 'figures'> {
  readonly compareUrl: string | null
  readonly listingsUrl: string
  readonly compare: CompareView
  readonly listings: ListingsView
  /** The base in words, as every change since it is labelled. */
  readonly baseText: string
  readonly now: string
  /** The moment of the page as its URL says it, when it is not the present. */
  readonly asOf: string | null
  /** Stands at the right of the headline. */
  readonly headActions: ReactNode
  /** Panels beside the fresh one. */
  readonly children: ReactNode
}

/** What each part of the board follows. */
const comparedTopics = sides.map(({ symbol }) => `bars:${symbol}`)
const listedTopics = ['quotes', 'bars', 'listings']
const serverTopics = ['events', 'claims', 'milestones', 'revenue', 'signals']

/** The parts of the board that follow the store: asked again when they have changed, while the page is open. */
export function BoardLive(props: BoardLiveProps) {
  const { compareUrl, listingsUrl, compare, listings, baseText, now, asOf, headActions, children, ...argument } = props
  const [texts, { live }, source] = [useTexts(boardTexts), useTexts(commonTexts), useSource()]
  const [say, { moment }] = [useStored(), useFormat()]
  const compared = useLive(compareUrl, compare, asOf === null ? comparedTopics : [])
  const listed = useLive(listingsUrl, listings, asOf === null ? listedTopics : [])
  const lines = useMemo(() => linesOf(compared.data, texts.sides), [compared.data, texts])
  const at = moment(asOf === null ? (listed.at ?? now) : now)
  const nameOf = (symbol: string) => {
    const listing = listed.data.items.find((one) => one.symbol === symbol)
    return listing ? say(listing.name, listing.nameZh) : symbol
  }
  return (
    <div className="space-y-3">
      {asOf === null && <LiveRefresh topics={serverTopics} />}
      {(compared.stale || listed.stale) && (
        <p role="status" className="rounded-md bg-warn-ground px-3 py-2 text-warn">
          {live.failed(at)}
        </p>
      )}
      <Headline lines={lines} base={baseText} asOf={at}>
        {headActions}
      </Headline>
      <Argument
        {...argument}
        lines={lines}
        base={compared.data.base.date}
        figures={
          <div className="flex flex-wrap gap-x-8 gap-y-1">
            {sides.map(({ side, symbol }) => {
              const listing = listed.data.items.find((item) => item.symbol === symbol)
              const line = lines.find(({ id }) => id === symbol)
              const last = line && valueAt(line.session, line.value, '9999-12-31')
              const since = last ? last.value / 100 - 1 : null
              return listing && <SideFigures key={side} {...{ side, listing, since, asOf }} base={baseText} />
            })}
          </div>
        }
        sources={compared.data.series.map((one) => `${nameOf(one.symbol)}: ${source.text(one.source, one.bundledTo)}`)}
        remarks={compared.data.series.flatMap(({ symbol, note, noteZh }) =>
          note ? [`${nameOf(symbol)}: ${say(note, noteZh)}`] : [],
        )}
      />
      <div className="grid grid-cols-1 gap-3 md:grid-cols-2 lg:grid-cols-[minmax(0,1.05fr)_minmax(0,1fr)_minmax(0,1fr)] lg:grid-rows-[auto_1fr]">
        <FreshPanel items={listed.data.items} asOf={asOf} className="lg:row-span-2" />
        {children}
      </div>
    </div>
  )
}
