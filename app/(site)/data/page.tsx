import type { Metadata } from 'next'
import { pageStore } from '@/app/_data/store'
import { formatMoment } from '@/app/_ui/format/date'
import { common } from '@/app/_ui/messages/common'
import { data as texts } from '@/app/_ui/messages/data'
import { feedsView } from '@/lib/api/feeds/view'
import { calendarWarnings } from '@/lib/api/health/calendars'
import { listingsView } from '@/lib/api/listings/view'
import { missingView } from '@/lib/api/missing/view'
import { runsView } from '@/lib/api/runs/view'
import { FeedsTable } from './FeedsTable'
import { RunsTable } from './RunsTable'
import { SeriesTable } from './SeriesTable'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: texts.title }

export default async function DataPage() {
  const [store, now] = [pageStore(), new Date()]
  const [listings, feeds, runs] = await Promise.all([
    listingsView(store, now),
    feedsView(store, now),
    runsView(store, { limit: 30 }),
  ])
  const missing = await Promise.all(listings.items.map(({ symbol }) => missingView(store, symbol, now)))
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-1">
        <div>
          <h1 className="font-semibold text-title tracking-tight">{texts.title}</h1>
          <p className="text-lead text-soft">{texts.lead}</p>
        </div>
        <p className="text-faint text-small">
          {common.asOf} {formatMoment(now.toISOString())}
        </p>
      </div>
      {calendarWarnings(now).map(({ mic, detail }) => (
        <p key={mic} role="status" className="rounded-md bg-warn-ground px-3 py-2 text-warn">
          {detail}.
        </p>
      ))}
      <SeriesTable items={listings.items} missing={missing} />
      <FeedsTable items={feeds.items} />
      <RunsTable items={runs.items} />
    </div>
  )
}
