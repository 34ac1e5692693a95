import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { shownToViewer } from '@/app/_data/annotator'
import { claimData } from '@/app/_data/claims'
import { formats } from '@/app/_ui/format/useFormat'
import { EditLink } from '@/app/_ui/frame/EditLink'
import { ViewActions } from '@/app/_ui/frame/ViewActions'
import { readLanguage } from '@/app/_ui/i18n/request'
import { inLanguage } from '@/app/_ui/i18n/texts'
import { LiveRefresh } from '@/app/_ui/live/LiveRefresh'
import { annotateTexts } from '@/app/_ui/messages/annotate'
import { claimsTexts } from '@/app/_ui/messages/claims'
import { Panel } from '@/app/_ui/Panel'
import { LookBack, PointInTimeBanner } from '@/app/_ui/PointInTime'
import { StatusLine } from '@/app/_ui/states/StatusLine'
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

const read = cache(async (slug: string, asOf: string | undefined) =>
  claimData(slug, { asOf }, new Date(), await shownToViewer()),
)

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const language = await readLanguage()
  const data = await read((await params).slug, queryValue(await searchParams, 'asOf'))
  if (!data) return { title: claimsTexts[language].missing.title }
  return {
    ...(data.claim.status !== 'published' && { robots: { index: false } }),
    title: inLanguage(language, data.claim.statement, data.claim.statementZh),
    description: inLanguage(language, data.claim.finding, data.claim.findingZh),
  }
}

export default async function ClaimPage({ params, searchParams }: Props) {
  const [{ slug }, query, language] = await Promise.all([params, searchParams, readLanguage()])
  const data = await read(slug, queryValue(query, 'asOf'))
  if (!data) notFound()
  const { claim, moment } = data
  const mayEdit = (await shownToViewer()) === 'with-drafts'
  const [texts, { day, moment: momentText }, path] = [claimsTexts[language], formats[language], `/claims/${slug}`]
  const since = claim.since && inLanguage(language, claim.since, claim.sinceZh)
  return (
    <article className="mx-auto max-w-4xl space-y-4">
      {claim.status === 'published' ? (
        <ClaimReview claim={claim} publicUrl={settings().PUBLIC_URL ?? null} />
      ) : (
        <StatusLine>{annotateTexts[language].banner[claim.status]}</StatusLine>
      )}
      <PointInTimeBanner path={path} query={query} {...moment} />
      {moment.asOf === null && <LiveRefresh topics={['claims', 'bars', 'revenue', 'rates']} />}
      <header>
        <div className="flex flex-wrap items-center justify-between gap-2">
          <p className="text-soft">
            {texts.stated(day(claim.statedOn))}
            {claim.sourceUrl ? (
              <a className="link" href={claim.sourceUrl} rel="noreferrer">
                {claim.sourceName}
              </a>
            ) : (
              claim.sourceName
            )}
          </p>
          <div className="flex items-center gap-2">
            {mayEdit && <EditLink href={`/admin/claims/${slug}`} />}
            <LookBack path={path} query={query} />
            {claim.status === 'published' && <ViewActions path={path} query={query} />}
          </div>
        </div>
        <h1 className="mt-2 font-semibold text-title tracking-tight">
          {inLanguage(language, claim.statement, claim.statementZh)}
        </h1>
        <p className="mt-3" data-testid="verdict">
          <VerdictBadge of="claim" verdict={claim.verdict} />
        </p>
        <p className="mt-2 max-w-prose text-[1rem] leading-[1.625rem]">
          {inLanguage(language, claim.finding, claim.findingZh)}
        </p>
        <p className="mt-2 text-faint text-small">
          {claim.judgedAt === null ? texts.unjudged : texts.judged(momentText(claim.judgedAt))}
        </p>
      </header>
      <ArithmeticPanel claim={claim} />
      {claim.endDates && <EndDatesPanel endDates={claim.endDates} claim={claim} />}
      {claim.conversions && <ConversionsPanel conversions={claim.conversions} computed={claim.computed} />}
      <InputsPanel inputs={claim.inputs} />
      {since && (
        <Panel title={texts.since.title} note={texts.since.note}>
          <p className="max-w-prose px-4 pb-3">{since}</p>
        </Panel>
      )}
    </article>
  )
}
