import type { Metadata } from 'next'
import { claimsData } from '@/app/_data/claims'
import { ViewActions } from '@/app/_ui/frame/ViewActions'
import { readLanguage } from '@/app/_ui/i18n/request'
import { LiveRefresh } from '@/app/_ui/live/LiveRefresh'
import { claimsTexts } from '@/app/_ui/messages/claims'
import { LookBack, PointInTimeBanner } from '@/app/_ui/PointInTime'
import type { Query } from '@/app/_ui/url'
import { ClaimTable } from './ClaimTable'
import { Tally } from './Tally'
import { VerdictFilter } from './VerdictFilter'

export const dynamic = 'force-dynamic'

const path = '/claims'

export async function generateMetadata(): Promise<Metadata> {
  return { title: claimsTexts[await readLanguage()].title }
}

export default async function ClaimsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [query, language] = await Promise.all([searchParams, readLanguage()])
  const texts = claimsTexts[language]
  const { moment, all, items, counts, verdict, wrong } = await claimsData(query, new Date())
  return (
    <>
      <PointInTimeBanner path={path} query={query} {...moment} />
      {moment.asOf === null && <LiveRefresh topics={['claims', 'bars', 'revenue', 'rates']} />}
      <div className="space-y-4">
        <div className="flex flex-wrap items-end justify-between gap-3">
          <div>
            <h1 className="font-semibold text-title tracking-tight">{texts.title}</h1>
            <p className="max-w-prose text-lead text-soft">{texts.lead(all.length)}</p>
          </div>
          <LookBack path={path} query={query} />
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
            <Tally items={all} />
            <section className="panel min-w-0">
              <div className="flex items-start justify-between gap-2 px-4 py-2">
                <div className="flex min-w-0 flex-1">
                  <VerdictFilter query={query} counts={counts} total={all.length} active={verdict} />
                </div>
                <ViewActions path={path} query={query} />
              </div>
              {items.length === 0 ? (
                <p className="px-4 pb-4 text-soft">{texts.noneOf}</p>
              ) : (
                <ClaimTable items={items} asOf={moment.asOf} />
              )}
            </section>
          </>
        )}
      </div>
    </>
  )
}
