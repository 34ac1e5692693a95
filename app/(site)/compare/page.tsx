import type { Metadata } from 'next'
import { cache } from 'react'
import { BaseChoice } from '@/app/_compare/BaseChoice'
import { Choices } from '@/app/_compare/Choices'
import { EventFilter } from '@/app/_compare/EventFilter'
import { ListingChips } from '@/app/_compare/ListingChips'
import { linesOf } from '@/app/_compare/lines'
import { NumbersTable } from '@/app/_compare/NumbersTable'
import { Sources } from '@/app/_compare/Sources'
import { SummaryTable } from '@/app/_compare/SummaryTable'
import { comparedWords, problemsOf } from '@/app/_compare/words'
import { annotateFor, shownToViewer } from '@/app/_data/annotator'
import { compareData } from '@/app/_data/compare'
import { PriceChart } from '@/app/_ui/chart/PriceChart'
import { rangeStart } from '@/app/_ui/chart/range'
import { entriesOf } from '@/app/_ui/events/entries'
import { ViewActions } from '@/app/_ui/frame/ViewActions'
import { readLanguage } from '@/app/_ui/i18n/request'
import { inLanguage } from '@/app/_ui/i18n/texts'
import { LiveRefresh } from '@/app/_ui/live/LiveRefresh'
import { compareTexts } from '@/app/_ui/messages/compare'
import { Panel } from '@/app/_ui/Panel'
import { LookBack, PointInTimeBanner } from '@/app/_ui/PointInTime'
import { hrefWith, type Query, viewAs } from '@/app/_ui/url'
import { ratesOf, viewOf } from '@/lib/api/compare/view'

export const dynamic = 'force-dynamic'

interface Props {
  readonly searchParams: Promise<Query>
}

/** The data of one request, for the page and its head. */
const dataOf = cache(async (query: string) =>
  compareData(JSON.parse(query) as Query, new Date(), await shownToViewer()),
)

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [language, query] = await Promise.all([readLanguage(), searchParams])
  const words = comparedWords(await dataOf(JSON.stringify(query)), language)
  const texts = compareTexts[language]
  return words === null ? { title: texts.title } : { title: texts.titleOf(words.names), description: words.lead }
}

export default async function ComparePage({ searchParams }: Props) {
  const [language, asked] = await Promise.all([readLanguage(), searchParams])
  const data = await dataOf(JSON.stringify(asked))
  // What a form has added is part of the one list in every link that goes on from here.
  const isMerged = asked.add !== undefined || Array.isArray(asked.symbols)
  const query: Query = isMerged ? { ...asked, symbols: data.symbols.join(), add: undefined } : asked
  const { found, moment, events, currency, adjust, scale, range } = data
  const texts = compareTexts[language]
  const say = (en: string, zh: string) => inLanguage(language, en, zh)
  const words = comparedWords(data, language)
  const entries = entriesOf(events, language)
  const problems = problemsOf(data, language)
  const head = (
    <div className="mb-4 flex flex-wrap items-end justify-between gap-x-8 gap-y-2">
      <div className="min-w-0">
        <h1 className="font-semibold text-title tracking-tight">{texts.title}</h1>
        {words && <p className="text-lead text-soft">{words.lead}</p>}
      </div>
      <div className="flex items-center gap-2">
        <LookBack path="/compare" query={query} />
        <ViewActions path="/compare" query={query} embed />
      </div>
    </div>
  )
  const banner = (
    <>
      <PointInTimeBanner path="/compare" query={query} {...moment} />
      {problems.map((problem) => (
        <p key={problem} role="status" className="mb-4 rounded-md bg-warn-ground px-3 py-2 text-warn">
          {problem}
        </p>
      ))}
    </>
  )
  if (found === null || words === null) {
    return (
      <>
        {banner}
        {head}
        <p className="text-soft">{texts.none}</p>
      </>
    )
  }
  const view = viewOf(found)
  const annotate = await annotateFor(
    data.symbols.flatMap((symbol) => data.listings.filter((listing) => listing.symbol === symbol)),
    moment,
  )
  const lines = linesOf(found, language)
  const last =
    lines
      .map(({ session }) => session.at(-1) ?? '')
      .sort()
      .at(-1) ?? ''
  const notes = view.series.flatMap(({ note, noteZh }) => (note === null ? [] : [say(note, noteZh ?? '')]))
  return (
    <>
      {banner}
      {data.moment.asOf === null && <LiveRefresh topics={['bars', 'events', 'milestones', 'listings']} />}
      {head}
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Panel
          title={texts.chart.title}
          note={texts.chart.note([
            texts.chart.base(words.base),
            texts.currency.notes[currency],
            texts.adjust.notes[adjust],
            texts.scale.notes[scale],
          ])}
          aside={<Choices {...{ query, currency, adjust, scale, range }} />}
          foot={<Sources series={view.series} rates={ratesOf(found)} />}
        >
          {notes.map((note) => (
            <p key={note} className="px-4 pb-1 text-small text-warn">
              {note}
            </p>
          ))}
          <PriceChart
            label={texts.chart.label(words.names)}
            lines={lines}
            scale={scale}
            from={rangeStart(range, last)}
            today={data.now.slice(0, 10)}
            base={view.base.date.slice(0, 10)}
            annotate={annotate}
            marks={entries.flatMap(({ number, slug, title, markDate: date, markEnd: end, draft }) =>
              data.shown.has(slug)
                ? [
                    {
                      number,
                      title,
                      date,
                      end,
                      slug,
                      draft,
                      href: hrefWith(`/events/${slug}`, {}, { asOf: moment.asOf }),
                    },
                  ]
                : [],
            )}
            milestones={data.milestones.flatMap(({ slug, title, titleZh, window, state }) =>
              window === null ? [] : [{ slug, title: say(title, titleZh), ...window, state, href: '/roadmap' }],
            )}
            className="h-[320px] sm:h-[440px]"
          />
          <div className="border-line border-t">
            <NumbersTable lines={lines} url={viewAs('/compare', query, 'csv')} />
          </div>
        </Panel>
        <Panel title={texts.settings}>
          <div className="space-y-4 px-4 pb-4">
            <ListingChips {...{ query }} symbols={data.symbols} listings={data.listings} asOf={moment.asOf} />
            <div className="space-y-1.5">
              <h3 className="font-medium text-small text-soft">{texts.base.label}</h3>
              <BaseChoice {...{ query, entries }} base={data.baseProblem === null ? data.base : view.base.date} />
            </div>
            <div className="space-y-1.5">
              <h3 className="font-medium text-small text-soft">{texts.events.label}</h3>
              <EventFilter {...{ query, events }} filter={data.filter} />
            </div>
          </div>
        </Panel>
        <Panel title={texts.summary.title} note={texts.summary.note} className="lg:col-span-2">
          <SummaryTable series={view.series} />
        </Panel>
      </div>
    </>
  )
}
