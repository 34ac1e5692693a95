import type { Metadata } from 'next'
import { headers } from 'next/headers'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { sides } from '@/app/_board/sides'
import { shownToViewer } from '@/app/_data/annotator'
import { eventData } from '@/app/_data/event'
import { pageStore } from '@/app/_data/store'
import { MovesPanel } from '@/app/_study/MovesPanel'
import { RecomputePanel } from '@/app/_study/RecomputePanel'
import { RefusedPanel } from '@/app/_study/RefusedPanel'
import { refusalOf, StudySection } from '@/app/_study/StudySection'
import { WrongParameters } from '@/app/_study/WrongParameters'
import { entriesOf } from '@/app/_ui/events/entries'
import { formats } from '@/app/_ui/format/useFormat'
import { readLanguage } from '@/app/_ui/i18n/request'
import { inLanguage } from '@/app/_ui/i18n/texts'
import { LiveRefresh } from '@/app/_ui/live/LiveRefresh'
import { Markdown } from '@/app/_ui/markdown/Markdown'
import { annotateTexts } from '@/app/_ui/messages/annotate'
import { eventsTexts } from '@/app/_ui/messages/events'
import { studyTexts } from '@/app/_ui/messages/study'
import { PointInTimeBanner } from '@/app/_ui/PointInTime'
import { StatusLine } from '@/app/_ui/states/StatusLine'
import { hrefWith, type Query } from '@/app/_ui/url'
import { eventView } from '@/lib/api/events/view'
import { settings } from '@/lib/settings'
import { statuses } from '@/lib/store/input'
import { EventHead } from './EventHead'
import { Facts } from './Facts'
import { Neighbours } from './Neighbours'
import { NoStudy } from './NoStudy'

export const dynamic = 'force-dynamic'

interface Props {
  readonly params: Promise<{ slug: string }>
  readonly searchParams: Promise<Query>
}

const eventOf = cache(async (slug: string) => {
  const mayEdit = (await shownToViewer()) === 'with-drafts'
  return eventView(pageStore(), slug, mayEdit ? statuses : undefined)
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const language = await readLanguage()
  const event = await eventOf((await params).slug)
  return {
    ...(event && event.status !== 'published' && { robots: { index: false } }),
    title: event ? inLanguage(language, event.title, event.titleZh) : eventsTexts[language].missing.title,
  }
}

export default async function EventPage({ params, searchParams }: Props) {
  const language = await readLanguage()
  const [texts, words] = [eventsTexts[language], studyTexts[language]]
  const { slug } = await params
  const query = await searchParams
  const shown = await shownToViewer()
  const data = await eventData(slug, query, new Date(), shown)
  if (!data) notFound()
  const { event, known, moment, happened, study } = data
  const path = `/events/${slug}`
  const titles = new Map(known.map((one) => [one.slug, inLanguage(language, one.title, one.titleZh)]))
  const neighbours = entriesOf(event.kind === 'event' ? known.filter(({ kind }) => kind === 'event') : known, language)
  const compared = data.listings.filter(({ symbol }) => sides.some((side) => side.symbol === symbol))
  const firsts = compared.flatMap(({ series }) => series.firstSession ?? [])
  const canRebase =
    event.status === 'published' &&
    event.dayZero.some(({ session }) => session !== null && firsts.some((first) => first < session))
  const base = { base: `event:${slug}`, asOf: moment.asOf }
  const origin = (settings().PUBLIC_URL ?? `http://${(await headers()).get('host')}`).replace(/\/$/, '')
  const refusal = study && refusalOf(study.view)
  return (
    <article className="space-y-4">
      <PointInTimeBanner {...{ path, query }} {...moment} />
      {moment.asOf === null && <LiveRefresh topics={['events', 'bars']} />}
      {study && <WrongParameters wrong={study.wrong} />}
      {event.status !== 'published' && <StatusLine>{annotateTexts[language].banner[event.status]}</StatusLine>}
      <EventHead
        {...{ event, path, query }}
        neighbours={happened ? neighbours : []}
        mayEdit={shown === 'with-drafts'}
      />
      {happened ? (
        <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,2fr)] lg:grid-rows-[auto_1fr]">
          <section aria-label={texts.happened}>
            <Markdown
              text={inLanguage(language, event.text, event.textZh)}
              className="max-w-prose text-[1rem] leading-[1.625rem]"
            />
            {canRebase && (
              <p className="no-print mt-3 flex flex-wrap gap-x-4 gap-y-1">
                <Link className="link" href={hrefWith('/', {}, base)} prefetch={false} title={texts.boardTitle}>
                  {texts.board}
                </Link>
                <Link className="link" href={hrefWith('/compare', {}, base)} prefetch={false} title={texts.boardTitle}>
                  {texts.compare}
                </Link>
              </p>
            )}
          </section>
          <div className="min-w-0 space-y-4 lg:col-start-2 lg:row-span-2 lg:row-start-1">
            {study ? <MovesPanel view={study.view} {...{ path, query }} /> : <NoStudy />}
            {study && refusal && (
              <>
                <RefusedPanel view={study.view} {...{ refusal, path, query }} />
                <RecomputePanel view={study.view} url={study.url} origin={origin} />
              </>
            )}
          </div>
          <Facts event={event} />
        </div>
      ) : (
        <p className="panel px-4 py-3 text-soft">{words.notYet(formats[language].moment(moment.at.toISOString()))}</p>
      )}
      {study && !refusal && <StudySection view={study.view} url={study.url} {...{ path, query, titles, origin }} />}
      {happened && <Neighbours entries={neighbours} slug={slug} asOf={moment.asOf} />}
    </article>
  )
}
