import type { Metadata } from 'next'
import { headers } from 'next/headers'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { precisionText, whenExactly } from '@/app/_board/entries'
import { sides } from '@/app/_board/sides'
import { eventData } from '@/app/_data/event'
import { pageStore } from '@/app/_data/store'
import { StudySection } from '@/app/_study/StudySection'
import { Badge } from '@/app/_ui/Badge'
import { formatMoment } from '@/app/_ui/format/date'
import { events as texts } from '@/app/_ui/messages/events'
import { study as studyTexts } from '@/app/_ui/messages/study'
import { LookBack, PointInTimeBanner } from '@/app/_ui/PointInTime'
import type { Query } from '@/app/_ui/url'
import { eventView } from '@/lib/api/events/view'
import { settings } from '@/lib/settings'
import { DayZeroTable } from './DayZeroTable'
import { Neighbours } from './Neighbours'
import { TimeAndSource } from './TimeAndSource'

export const dynamic = 'force-dynamic'

interface Props {
  readonly params: Promise<{ slug: string }>
  readonly searchParams: Promise<Query>
}

const titleOf = cache(async (slug: string) => (await eventView(pageStore(), slug))?.title)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await titleOf((await params).slug)) ?? texts.missing.title }
}

export default async function EventPage({ params, searchParams }: Props) {
  const { slug } = await params
  const query = await searchParams
  const data = await eventData(slug, query, new Date())
  if (!data) notFound()
  const { event, known, moment, happened, study } = data
  const path = `/events/${slug}`
  const compared = data.listings.filter(({ symbol }) => sides.some((side) => side.symbol === symbol))
  const firsts = compared.flatMap(({ series }) => series.firstSession ?? [])
  const canRebase = event.dayZero.some(({ session }) => session !== null && firsts.some((first) => first < session))
  const origin = settings().PUBLIC_URL ?? `http://${(await headers()).get('host')}`
  return (
    <article className="mx-auto max-w-6xl space-y-4">
      <PointInTimeBanner {...{ path, query }} {...moment} />
      <header>
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
          <p className="text-soft">
            {whenExactly(event)} · {precisionText(event)}
          </p>
          <LookBack {...{ path, query }} />
        </div>
        <h1 className="mt-1.5 font-semibold text-title tracking-tight">{event.title}</h1>
        {happened && <p className="mt-3 max-w-prose text-[1rem] leading-[1.625rem]">{event.text}</p>}
        <p className="mt-3 flex flex-wrap gap-1.5">
          {event.topics.map(({ slug: topic, name }) => (
            <Badge key={topic} tone="plain">
              {name}
            </Badge>
          ))}
        </p>
      </header>
      {study ? (
        <StudySection {...{ study, path, query }} origin={origin.replace(/\/$/, '')} />
      ) : (
        <p className="panel px-4 py-3 text-soft">
          {happened ? studyTexts.noListing : studyTexts.notYet(formatMoment(moment.at.toISOString()))}
        </p>
      )}
      {happened && (
        <div className="grid grid-cols-1 items-start gap-4 md:grid-cols-2">
          <TimeAndSource event={event} />
          {event.dayZero.length > 0 && <DayZeroTable event={event} />}
        </div>
      )}
      {happened && canRebase && (
        <p>
          <Link className="link" href={`/?base=event:${slug}`} prefetch={false}>
            {texts.board}
          </Link>
        </p>
      )}
      {happened && <Neighbours items={known} slug={slug} />}
    </article>
  )
}
