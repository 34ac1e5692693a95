import type { Metadata } from 'next'
import Link from 'next/link'
import { facetNames, rowVerdicts, type WrongFilter } from '@/app/_data/eventFilter'
import { eventsData } from '@/app/_data/events'
import { formats } from '@/app/_ui/format/useFormat'
import { ViewActions } from '@/app/_ui/frame/ViewActions'
import { readLanguage } from '@/app/_ui/i18n/request'
import { inLanguage } from '@/app/_ui/i18n/texts'
import { LiveRefresh } from '@/app/_ui/live/LiveRefresh'
import { acrossTexts } from '@/app/_ui/messages/across'
import { commonTexts } from '@/app/_ui/messages/common'
import { eventsTexts } from '@/app/_ui/messages/events'
import { Panel } from '@/app/_ui/Panel'
import { LookBack, PointInTimeBanner } from '@/app/_ui/PointInTime'
import { Segmented } from '@/app/_ui/Segmented'
import { hrefWith, type Query } from '@/app/_ui/url'
import type { Language } from '@/lib/api/language'
import { EventTable } from './EventTable'
import { EventTimeline } from './EventTimeline'
import { Filters, path } from './Filters'
import { NoMatch } from './NoMatch'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  return { title: eventsTexts[await readLanguage()].title }
}

function expectedOf({ name }: WrongFilter, language: Language): string {
  const { expected } = eventsTexts[language]
  if (name === 'topic' || name === 'tag' || name === 'listing') return expected[name]
  const words = { verdict: rowVerdicts, results: ['shown', 'only'], sort: ['date', 'size'] }
  return expected.verdict(words[name].join(commonTexts[language].listSeparator))
}

export default async function EventsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const language = await readLanguage()
  const texts = eventsTexts[language]
  const query = await searchParams
  const { moment, all, filter, wrong, rows } = await eventsData(query, new Date())
  const { asOf } = moment
  const at = moment.at.toISOString()
  const listing = all.flatMap(({ event }) => event.listings).find(({ symbol }) => symbol === filter.listing)
  const isWhole = facetNames.every((name) => filter[name] === null)
  return (
    <div className="space-y-4">
      <PointInTimeBanner {...{ path, query }} {...moment} />
      {asOf === null && <LiveRefresh topics={['events', 'bars', 'listings']} />}
      {wrong.map((one) => (
        <p key={one.name} role="status" className="rounded-md bg-warn-ground px-3 py-2 text-warn">
          {texts.wrong(one.name, one.value, expectedOf(one, language))}
        </p>
      ))}
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <h1 className="font-semibold text-title tracking-tight">{texts.title}</h1>
          <p className="text-lead text-soft">
            {isWhole ? texts.lead(rows.length) : texts.leadOf(rows.length, all.length)}{' '}
            {listing && texts.filters.ofListing(inLanguage(language, listing.name, listing.nameZh))}{' '}
            <Link href={hrefWith('/studies', {}, { asOf })} prefetch={false} className="link">
              {texts.across}
            </Link>
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <LookBack {...{ path, query }} />
          <ViewActions {...{ path, query }} />
        </div>
      </div>
      <Filters {...{ all, filter, query }} />
      {rows.length === 0 ? (
        <NoMatch {...{ all, filter, path, query }} />
      ) : (
        <>
          <EventTimeline {...{ rows, filter, asOf }} today={at.slice(0, 10)} />
          <Panel
            title={texts.table.title}
            note={texts.table.note}
            aside={
              <Segmented
                label={texts.sorts.label}
                choices={(['date', 'size'] as const).map((sort) => ({
                  href: hrefWith(path, query, { sort: sort === 'date' ? null : sort }),
                  text: texts.sorts[sort],
                  active: filter.sort === sort,
                }))}
              />
            }
            foot={`${acrossTexts[language].rule} ${commonTexts[language].asOfMoment(formats[language].moment(at))}`}
          >
            <EventTable {...{ rows, asOf }} />
          </Panel>
        </>
      )}
    </div>
  )
}
