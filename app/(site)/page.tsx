import { BoardLive } from '@/app/_board/BoardLive'
import { ClaimsPanel } from '@/app/_board/ClaimsPanel'
import { CompareNumbers } from '@/app/_board/CompareNumbers'
import { BaseControls, ResultsSwitch, ScaleSwitch } from '@/app/_board/controls'
import { entriesOf } from '@/app/_board/entries'
import { RoadmapPanel } from '@/app/_board/RoadmapPanel'
import { linesOf, sides } from '@/app/_board/sides'
import { boardData } from '@/app/_data/board'
import { RevenuePanel } from '@/app/_revenue/RevenuePanel'
import { board } from '@/app/_ui/messages/board'
import { LookBack, PointInTimeBanner } from '@/app/_ui/PointInTime'
import type { Query } from '@/app/_ui/url'

export const dynamic = 'force-dynamic'

export default async function BoardPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const data = await boardData(query, new Date())
  const { scale, baseText, compare, compareUrl } = data
  const lines = linesOf(compare)
  return (
    <>
      <PointInTimeBanner path="/" query={query} {...data.moment} />
      {data.baseProblem && (
        <p role="status" className="mb-4 rounded-md bg-warn-ground px-3 py-2 text-warn">
          {data.baseProblem}
        </p>
      )}
      <BoardLive
        {...{ compare, compareUrl, baseText, scale, query }}
        listingsUrl={data.listingsUrl}
        lookBack={<LookBack path="/" query={query} />}
        listings={data.listings}
        entries={entriesOf(data.events)}
        now={data.now}
        note={board.chart.note(data.baseNote, scale === 'log' ? board.chart.logNote : board.chart.linearNote)}
        controls={<BaseControls query={query} base={data.base} />}
        scaleSwitch={<ScaleSwitch query={query} scale={scale} />}
        numbers={<CompareNumbers lines={lines} url={compareUrl} />}
        beside={<RoadmapPanel items={data.milestones} />}
        listAside={<ResultsSwitch query={query} shown={data.results} />}
      >
        <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
          {sides.map(({ side, name }) => (
            <RevenuePanel
              key={side}
              side={side}
              title={`${name}: ${board.revenue.title.toLowerCase()}`}
              view={data.revenue[side]}
            />
          ))}
        </div>
        <ClaimsPanel items={data.claims} asOf={data.moment.asOf} />
      </BoardLive>
    </>
  )
}
