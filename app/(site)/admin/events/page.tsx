import type { Metadata } from 'next'
import { AddLink, Head } from '@/app/_admin/Head'
import { ListFilter } from '@/app/_admin/ListFilter'
import { newKey } from '@/app/_admin/newKey'
import { Pages } from '@/app/_admin/Pages'
import { adminEventsData } from '@/app/_data/adminEvents'
import { eventWords } from '@/app/_ui/events/time'
import { readLanguage } from '@/app/_ui/i18n/request'
import { inLanguage } from '@/app/_ui/i18n/texts'
import { thingTexts } from '@/app/_ui/messages/things'
import { hrefWith, type Query } from '@/app/_ui/url'
import { statuses } from '@/lib/store/input'
import { gate } from '../gate'
import { EventTable } from './EventTable'

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
  const [{ events: texts, filter: words, states }, { tag }] = [thingTexts[language], eventWords(language)]
  const say = (en: string, zh: string) => inLanguage(language, en, zh)
  const data = await adminEventsData(query, new Date())
  return (
    <div className="space-y-4">
      <Head title={texts.title} lead={texts.lead}>
        <AddLink href={`${path}/${newKey}`} text={texts.add} />
      </Head>
      <ListFilter
        path={path}
        filter={data.filter}
        count={words.count(data.count, data.all)}
        choices={[
          { name: 'state', options: statuses.map((value) => ({ value, text: states[value] })) },
          { name: 'topic', options: data.topics.map((one) => ({ value: one.slug, text: say(one.name, one.nameZh) })) },
          { name: 'tag', options: data.tags.map((value) => ({ value, text: tag(value) })) },
          {
            name: 'listing',
            options: data.listings.map((one) => ({ value: one.symbol, text: say(one.name, one.nameZh) })),
          },
        ]}
      />
      <EventTable items={data.items} />
      <Pages {...{ path, query }} page={data.page} pages={data.pages} />
    </div>
  )
}
