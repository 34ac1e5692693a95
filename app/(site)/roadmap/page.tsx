import type { Metadata } from 'next'
import { roadmapData } from '@/app/_data/roadmap'
import { may, viewer } from '@/app/_data/viewer'
import { formats } from '@/app/_ui/format/useFormat'
import { EditLink } from '@/app/_ui/frame/EditLink'
import { ViewActions } from '@/app/_ui/frame/ViewActions'
import { readLanguage } from '@/app/_ui/i18n/request'
import { LiveRefresh } from '@/app/_ui/live/LiveRefresh'
import { roadmapTexts } from '@/app/_ui/messages/roadmap'
import { Panel } from '@/app/_ui/Panel'
import { LookBack, PointInTimeBanner } from '@/app/_ui/PointInTime'
import type { Query } from '@/app/_ui/url'
import { RoadmapChart } from './RoadmapChart'
import { RoadmapTable } from './RoadmapTable'
import { StateFilter } from './StateFilter'

export const dynamic = 'force-dynamic'

const path = '/roadmap'

export async function generateMetadata(): Promise<Metadata> {
  return { title: roadmapTexts[await readLanguage()].title }
}

export default async function RoadmapPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [query, language] = await Promise.all([searchParams, readLanguage()])
  const texts = roadmapTexts[language]
  const { moment, today, all, items, state, wrong } = await roadmapData(query, new Date())
  const past = moment.asOf !== null
  const mayEdit = may(await viewer(), 'annotate')
  return (
    <>
      <PointInTimeBanner path={path} query={query} {...moment} />
      {moment.asOf === null && <LiveRefresh topics={['milestones', 'topics']} />}
      <div className="space-y-4">
        <div className="flex flex-wrap items-end justify-between gap-3">
          <div>
            <h1 className="font-semibold text-title tracking-tight">{texts.title}</h1>
            <p className="max-w-prose text-lead text-soft">{texts.lead(formats[language].day(today))}</p>
          </div>
          <div className="no-print flex items-center gap-2">
            {mayEdit && <EditLink href="/admin/milestones" />}
            <LookBack path={path} query={query} />
          </div>
        </div>
        {wrong && (
          <p role="status" className="rounded-md bg-warn-ground px-3 py-2 text-warn">
            {texts.filter.wrong(wrong.text, wrong.expected)}
          </p>
        )}
        {all.length === 0 ? (
          <p className="text-soft">{texts.none}</p>
        ) : (
          <>
            <div className="flex">
              <StateFilter query={query} all={all} active={state} />
            </div>
            <Panel
              title={texts.chart.title}
              note={texts.chart.note}
              aside={<ViewActions path={path} query={query} />}
              foot={past ? texts.hidden : undefined}
            >
              {items.length === 0 ? (
                <p className="px-4 pb-4 text-soft">{texts.noneOf}</p>
              ) : (
                <>
                  <RoadmapChart items={items} today={today} past={past} />
                  <RoadmapTable items={items} asOf={moment.asOf} mayEdit={mayEdit} />
                </>
              )}
            </Panel>
          </>
        )}
      </div>
    </>
  )
}
