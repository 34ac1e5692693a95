import { BoardLive } from '@/app/_board/BoardLive'
import { ClaimsPanel } from '@/app/_board/ClaimsPanel'
import { CompareNumbers } from '@/app/_board/CompareNumbers'
import { BaseControls, MovedControls, ScaleSwitch } from '@/app/_board/controls'
import { movedEntries } from '@/app/_board/moved'
import { NextPanel } from '@/app/_board/NextPanel'
import { PanelLink } from '@/app/_board/PanelLink'
import { linesOf, sides } from '@/app/_board/sides'
import { annotateFor, shownToViewer } from '@/app/_data/annotator'
import { boardData } from '@/app/_data/board'
import { SignalsPanel } from '@/app/_signals/SignalsPanel'
import { formats } from '@/app/_ui/format/useFormat'
import { ViewActions } from '@/app/_ui/frame/ViewActions'
import { readLanguage } from '@/app/_ui/i18n/request'
import { inLanguage } from '@/app/_ui/i18n/texts'
import { boardTexts } from '@/app/_ui/messages/board'
import { LookBack, PointInTimeBanner } from '@/app/_ui/PointInTime'
import { hrefWith, type Query, viewAs } from '@/app/_ui/url'

export const dynamic = 'force-dynamic'

export default async function BoardPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [language, query] = await Promise.all([readLanguage(), searchParams])
  const data = await boardData(query, new Date(), await shownToViewer())
  const annotate = await annotateFor(
    sides.flatMap(({ symbol }) => data.listings.items.filter((listing) => listing.symbol === symbol)),
    data.moment,
  )
  const { scale, compare, moment, events } = data
  const [texts, format] = [boardTexts[language], formats[language]]
  const { asOf } = moment
  const say = (en: string, zh: string | null) => inLanguage(language, en, zh)
  const { title, titleZh, date } = compare.base
  const baseText = title === null ? format.day(date) : texts.quoted(say(title, titleZh))
  const baseNote = title === null ? texts.chart.closeOf(baseText) : texts.chart.closeBefore(baseText)
  return (
    <>
      <PointInTimeBanner path="/" query={query} {...moment} />
      {data.baseProblem && (
        <p role="status" className="mb-4 rounded-md bg-warn-ground px-3 py-2 text-warn">
          {texts.chart.wrongBase(data.baseProblem.wanted, say(data.baseProblem.why.en, data.baseProblem.why.zh))}
        </p>
      )}
      <BoardLive
        {...{ compare, baseText, scale, query, asOf, annotate }}
        compareUrl={data.compareUrl}
        listingsUrl={data.listingsUrl}
        listings={data.listings}
        entries={movedEntries(events, data.effects, data.order, language)}
        milestones={data.milestones.flatMap(({ slug, title, titleZh, window, state }) =>
          window === null ? [] : [{ slug, title: say(title, titleZh), ...window, state, href: '/roadmap' }],
        )}
        now={data.now}
        today={data.now.slice(0, 10)}
        note={texts.chart.note(baseNote)}
        caption={texts.chart.caption(scale === 'log' ? texts.chart.logNote : texts.chart.linearNote)}
        controls={
          <div className="flex flex-wrap items-center gap-2">
            <BaseControls query={query} base={data.base} />
            <ScaleSwitch query={query} scale={scale} />
          </div>
        }
        numbers={<CompareNumbers lines={linesOf(compare, texts.sides)} url={viewAs('/', query, 'csv')} />}
        listControls={<MovedControls query={query} order={data.order} results={data.results} />}
        listAside={<PanelLink href={hrefWith('/events', {}, { asOf })}>{texts.moved.all}</PanelLink>}
        headActions={
          <>
            <LookBack path="/" query={query} />
            <ViewActions path="/" query={query} embed />
          </>
        }
      >
        <NextPanel
          milestones={data.milestones}
          filings={data.filings}
          asOf={asOf}
          className="lg:col-start-2 lg:row-start-1"
        />
        <ClaimsPanel items={data.claims} asOf={asOf} className="lg:col-start-3 lg:row-span-2 lg:row-start-1" />
        <SignalsPanel signals={data.signals} asOf={asOf} className="lg:col-start-2 lg:row-start-2" />
      </BoardLive>
    </>
  )
}
