import type { Metadata } from 'next'
import { dataPageData } from '@/app/_data/dataPage'
import { formats } from '@/app/_ui/format/useFormat'
import { ViewActions } from '@/app/_ui/frame/ViewActions'
import { readLanguage } from '@/app/_ui/i18n/request'
import { LiveRefresh } from '@/app/_ui/live/LiveRefresh'
import { commonTexts } from '@/app/_ui/messages/common'
import { dataTexts } from '@/app/_ui/messages/data'
import { type Query, queryValue } from '@/app/_ui/url'
import { CalendarsTable, CalendarWarnings } from './CalendarsTable'
import { FeedsDown, FeedsTable } from './FeedsTable'
import { PricesTable } from './PricesTable'
import { RatesTable } from './RatesTable'
import { RefreshAlarms } from './RefreshAlarms'
import { RevenueTable } from './RevenueTable'
import { RunsTable } from './RunsTable'
import { SharesTable } from './SharesTable'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  return { title: dataTexts[await readLanguage()].title }
}

export default async function DataPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [query, language] = await Promise.all([searchParams, readLanguage()])
  const data = await dataPageData(query, new Date())
  const texts = dataTexts[language]
  const asOf = queryValue(query, 'asOf') ?? null
  const notices = [
    ...(asOf === null ? [] : [texts.present]),
    ...(data.wrong ? [texts.wrongRuns(data.wrong.text, data.wrong.expected)] : []),
  ]
  return (
    <div className="space-y-4">
      <LiveRefresh topics={['bars', 'revenue', 'rates', 'listings', 'runs', 'feeds', 'quarantine']} />
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-1">
        <div>
          <h1 className="font-semibold text-title tracking-tight">{texts.title}</h1>
          <p className="text-lead text-soft">{texts.lead}</p>
        </div>
        <div className="flex items-center gap-2">
          <p className="text-faint text-small">
            {commonTexts[language].asOf} {formats[language].moment(data.now)}
          </p>
          <ViewActions path="/data" query={query} />
        </div>
      </div>
      {notices.map((notice) => (
        <p key={notice} role="status" className="rounded-md bg-warn-ground px-3 py-2 text-warn">
          {notice}
        </p>
      ))}
      <RefreshAlarms items={data.alarms} />
      <FeedsDown items={data.feeds} />
      <CalendarWarnings rows={data.calendars} warned={data.warned} />
      <PricesTable rows={data.prices} asOf={asOf} />
      <RevenueTable rows={data.revenue} />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <RatesTable rows={data.rates} held={data.otherHeld} />
        <div className="flex min-w-0 flex-col gap-4">
          <SharesTable rows={data.shares} />
          <CalendarsTable rows={data.calendars} warned={data.warned} />
        </div>
      </div>
      <FeedsTable items={data.feeds} />
      <RunsTable items={data.runs} limit={data.limit} query={query} />
    </div>
  )
}
