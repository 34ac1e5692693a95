import type { Metadata } from 'next'
import Link from 'next/link'
import { signalsData } from '@/app/_data/signals'
import { HitTable } from '@/app/_signals/HitTable'
import { ViewActions } from '@/app/_ui/frame/ViewActions'
import { readLanguage } from '@/app/_ui/i18n/request'
import { LiveRefresh } from '@/app/_ui/live/LiveRefresh'
import { signalsTexts } from '@/app/_ui/messages/signals'
import { Panel } from '@/app/_ui/Panel'
import { LookBack, PointInTimeBanner } from '@/app/_ui/PointInTime'
import { hrefWith, type Query } from '@/app/_ui/url'
import { path, SignalFilters } from './SignalFilters'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  return { title: signalsTexts[await readLanguage()].title }
}

export default async function SignalsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [language, query] = await Promise.all([readLanguage(), searchParams])
  const texts = signalsTexts[language]
  const { moment, filter, wrong, rules, listings, items, total, page, pages } = await signalsData(query, new Date())
  const { asOf } = moment
  const steps = [
    { text: texts.paging.newer, to: page - 1 },
    { text: texts.paging.older, to: page + 1 },
  ]
  return (
    <div className="space-y-4">
      {asOf === null && <LiveRefresh topics={['signals', 'rules']} />}
      <PointInTimeBanner {...{ path, query }} {...moment} />
      {wrong.map(({ name, value }) => (
        <p key={name} role="status" className="rounded-md bg-warn-ground px-3 py-2 text-warn">
          {texts.filter.wrong(name, value, texts.filter.expected[name])}
        </p>
      ))}
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <h1 className="font-semibold text-title tracking-tight">{texts.title}</h1>
          <p className="text-lead text-soft">
            {texts.lead(total)}{' '}
            <Link href="/signals/rules" prefetch={false} className="link">
              {texts.toRules}
            </Link>
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <LookBack {...{ path, query }} />
          <ViewActions {...{ path, query }} />
        </div>
      </div>
      <SignalFilters {...{ query, filter, rules, listings }} />
      <Panel
        title={texts.table.title}
        note={texts.table.note}
        foot={
          pages > 1 && (
            <nav aria-label={texts.paging.label} className="no-print flex gap-x-4">
              {steps.map(({ text, to }) =>
                to < 1 || to > pages ? (
                  <span key={text}>{text}</span>
                ) : (
                  <Link
                    key={text}
                    className="link"
                    prefetch={false}
                    href={hrefWith(path, query, { page: to === 1 ? null : String(to) })}
                  >
                    {text}
                  </Link>
                ),
              )}
              <span className="ml-auto">
                {page} / {pages}
              </span>
            </nav>
          )
        }
      >
        {items.length === 0 ? (
          <p className="px-4 pb-4 text-soft">{texts.table.none}</p>
        ) : (
          <HitTable hits={items} asOf={asOf} label={texts.table.title} />
        )}
      </Panel>
    </div>
  )
}
