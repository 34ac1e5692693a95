import type { Metadata } from 'next'
import Link from 'next/link'
import { entriesOf } from '@/app/_board/entries'
import { pageStore } from '@/app/_data/store'
import { events as texts } from '@/app/_ui/messages/events'
import { Segmented } from '@/app/_ui/Segmented'
import { hrefWith, type Query, queryValue } from '@/app/_ui/url'
import { eventsView } from '@/lib/api/events/view'
import { EventTable } from './EventTable'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: texts.title }

export default async function EventsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const results = queryValue(query, 'results') === 'shown'
  const { items } = await eventsView(pageStore(), results ? {} : { kind: 'event' })
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <h1 className="font-semibold text-title tracking-tight">{texts.title}</h1>
          <p className="text-lead text-soft">
            {results ? texts.withResults(items.length) : texts.lead(items.length)}{' '}
            <Link href={results ? '/studies?kind=all' : '/studies'} prefetch={false} className="link">
              {texts.across}
            </Link>
          </p>
        </div>
        <Segmented
          label={texts.title}
          choices={[
            {
              href: hrefWith('/events', query, { results: results ? null : 'shown' }),
              text: results ? texts.hide : texts.show,
              active: results,
            },
          ]}
        />
      </div>
      {items.length === 0 ? (
        <p className="text-soft">{texts.none}</p>
      ) : (
        <EventTable entries={entriesOf(items).reverse()} />
      )}
    </div>
  )
}
