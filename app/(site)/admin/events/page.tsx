import type { Metadata } from 'next'
import { Pages } from '@/app/_admin/Pages'
import { ThingList } from '@/app/_admin/ThingList'
import { adminEventsData } from '@/app/_data/adminEvents'
import { eventWords } from '@/app/_ui/events/time'
import { readLanguage } from '@/app/_ui/i18n/request'
import { inLanguage } from '@/app/_ui/i18n/texts'
import { thingTexts } from '@/app/_ui/messages/things'
import { hrefWith, type Query } from '@/app/_ui/url'
import { gate } from '../gate'
import { EventRow } from './EventRow'

export const dynamic = 'force-dynamic'

const path = '/admin/events'

export async function generateMetadata(): Promise<Metadata> {
  return { title: thingTexts[await readLanguage()].events.title }
}

export default async function AdminEventsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const shut = await gate('annotate', hrefWith(path, query, {}))
  if (shut) return shut
  const language = await readLanguage()
  const { tag } = eventWords(language)
  const say = (en: string, zh: string) => inLanguage(language, en, zh)
  const data = await adminEventsData(query, new Date())
  const { head } = thingTexts[language].events
  return (
    <div className="space-y-4">
      <ThingList
        of="events"
        filter={data.filter}
        count={data.count}
        all={data.all}
        choices={[
          { name: 'topic', options: data.topics.map((one) => ({ value: one.slug, text: say(one.name, one.nameZh) })) },
          { name: 'tag', options: data.tags.map((value) => ({ value, text: tag(value) })) },
          {
            name: 'listing',
            options: data.listings.map((one) => ({ value: one.symbol, text: say(one.name, one.nameZh) })),
          },
        ]}
        columns={[
          { name: head.when },
          { name: head.what, words: true },
          { name: head.state, words: true },
          { name: head.about, words: true },
        ]}
      >
        {data.items.map((event) => (
          <EventRow key={event.slug} event={event} />
        ))}
      </ThingList>
      <Pages {...{ path, query }} page={data.page} pages={data.pages} />
    </div>
  )
}
