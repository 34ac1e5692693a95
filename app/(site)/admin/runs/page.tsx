import type { Metadata } from 'next'
import { deskRuns } from '@/app/_data/desk'
import { Head } from '@/app/_desk/Head'
import { RequestsPanel } from '@/app/_desk/RequestsPanel'
import { readLanguage } from '@/app/_ui/i18n/request'
import { adminRunsTexts } from '@/app/_ui/messages/adminRuns'
import { gate } from '../gate'
import { RunsTable } from './RunsTable'
import { ScheduleTable } from './ScheduleTable'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  return { title: adminRunsTexts[await readLanguage()].title }
}

export default async function RunsPage() {
  const shut = await gate('admin', '/admin/runs')
  if (shut) return shut
  const texts = adminRunsTexts[await readLanguage()]
  const { schedule, runs, requests } = await deskRuns(new Date())
  return (
    <div className="space-y-4">
      <Head title={texts.title} lead={texts.lead} />
      <ScheduleTable items={schedule} />
      <RequestsPanel items={requests} />
      <RunsTable items={runs} />
    </div>
  )
}
