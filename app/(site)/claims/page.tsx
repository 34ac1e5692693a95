import type { Metadata } from 'next'
import { claimsData } from '@/app/_data/claims'
import { claims as texts } from '@/app/_ui/messages/claims'
import { LookBack, PointInTimeBanner } from '@/app/_ui/PointInTime'
import type { Query } from '@/app/_ui/url'
import { ClaimTable } from './ClaimTable'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: texts.title }

export default async function ClaimsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const { moment, items } = await claimsData(query, new Date())
  return (
    <>
      <PointInTimeBanner path="/claims" query={query} {...moment} />
      <div className="space-y-4">
        <div className="flex flex-wrap items-end justify-between gap-3">
          <div>
            <h1 className="font-semibold text-title tracking-tight">{texts.title}</h1>
            <p className="max-w-prose text-lead text-soft">{texts.lead(items.length)}</p>
          </div>
          <LookBack path="/claims" query={query} />
        </div>
        {items.length === 0 ? (
          <p className="text-soft">{texts.none}</p>
        ) : (
          <ClaimTable items={items} asOf={moment.asOf} />
        )}
      </div>
    </>
  )
}
