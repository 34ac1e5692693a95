import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { claimData } from '@/app/_data/claims'
import { formatDay, formatMoment } from '@/app/_ui/format/date'
import { claims as texts } from '@/app/_ui/messages/claims'
import { Panel } from '@/app/_ui/Panel'
import { LookBack, PointInTimeBanner } from '@/app/_ui/PointInTime'
import { type Query, queryValue } from '@/app/_ui/url'
import { VerdictBadge } from '@/app/_ui/VerdictBadge'
import { settings } from '@/lib/settings'
import { ArithmeticPanel } from './ArithmeticPanel'
import { ClaimReview } from './ClaimReview'
import { ConversionsPanel } from './ConversionsPanel'
import { EndDatesPanel } from './EndDatesPanel'
import { InputsPanel } from './InputsPanel'

export const dynamic = 'force-dynamic'

interface Props {
  readonly params: Promise<{ slug: string }>
  readonly searchParams: Promise<Query>
}

const read = cache((slug: string, asOf: string | undefined) => claimData(slug, { asOf }, new Date()))

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const data = await read((await params).slug, queryValue(await searchParams, 'asOf'))
  return { title: data?.claim.statement ?? texts.missing.title }
}

export default async function ClaimPage({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams])
  const data = await read(slug, queryValue(query, 'asOf'))
  if (!data) notFound()
  const { claim, moment } = data
  const path = `/claims/${slug}`
  return (
    <article className="mx-auto max-w-4xl space-y-4">
      <ClaimReview claim={claim} publicUrl={settings().PUBLIC_URL ?? null} />
      <PointInTimeBanner path={path} query={query} {...moment} />
      <header>
        <div className="flex flex-wrap items-center justify-between gap-2">
          <p className="text-soft">
            {texts.stated(formatDay(claim.statedOn), '')}
            {claim.sourceUrl ? (
              <a className="link" href={claim.sourceUrl} rel="noreferrer">
                {claim.sourceName}
              </a>
            ) : (
              claim.sourceName
            )}
          </p>
          <LookBack path={path} query={query} />
        </div>
        <h1 className="mt-0.5 font-semibold text-title tracking-tight">{claim.statement}</h1>
        <p className="mt-3" data-testid="verdict">
          <VerdictBadge of="claim" verdict={claim.verdict} />
        </p>
        <p className="mt-2 max-w-prose text-[1rem] leading-[1.625rem]">{claim.finding}</p>
        <p className="mt-2 text-faint text-small">
          {claim.judgedAt === null ? texts.unjudged : texts.judged(formatMoment(claim.judgedAt))}
        </p>
      </header>
      <ArithmeticPanel claim={claim} />
      {claim.endDates && <EndDatesPanel endDates={claim.endDates} claim={claim} />}
      {claim.conversions && <ConversionsPanel conversions={claim.conversions} unit={claim.computed?.unit ?? ''} />}
      <InputsPanel inputs={claim.inputs} />
      {claim.since && (
        <Panel title={texts.since.title} note={texts.since.note}>
          <p className="max-w-prose px-4 pb-3">{claim.since}</p>
        </Panel>
      )}
      <p className="no-print flex flex-wrap gap-4">
        <a className="link" href={data.csvUrl}>
          {texts.exports.csv}
        </a>
        <a className="link" href={data.jsonUrl}>
          {texts.exports.json}
        </a>
      </p>
    </article>
  )
}
