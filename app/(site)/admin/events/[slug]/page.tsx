import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { newKey } from '@/app/_admin/newKey'
import { ThingPage } from '@/app/_admin/ThingPage'
import { pageStore } from '@/app/_data/store'
import { readLanguage } from '@/app/_ui/i18n/request'
import { inLanguage } from '@/app/_ui/i18n/texts'
import { thingTexts } from '@/app/_ui/messages/things'
import { decodedSegment } from '@/app/_ui/url'
import { eventView } from '@/lib/api/events/view'
import { statuses } from '@/lib/store/input'
import { gate } from '../../gate'
import { EventEditor } from './EventEditor'

export const dynamic = 'force-dynamic'

interface Props {
  readonly params: Promise<{ slug: string }>
}

const list = '/admin/events'

export async function generateMetadata(): Promise<Metadata> {
  return { title: thingTexts[await readLanguage()].events.title }
}

export default async function AdminEventPage({ params }: Props) {
  const slug = decodedSegment((await params).slug)
  const shut = await gate('annotate', `${list}/${slug}`)
  if (shut) return shut
  const language = await readLanguage()
  const isNew = slug === newKey
  const event = isNew ? null : await eventView(pageStore(), slug, statuses)
  if (event === null && !isNew) notFound()
  return (
    <ThingPage
      title={event ? inLanguage(language, event.title, event.titleZh) : thingTexts[language].events.add}
      list={list}
      thing={
        event && {
          ...{ entity: 'event', slug, version: event.version, status: event.status, managedBy: event.managedBy },
          ...{ path: `/api/v1/events/${slug}`, page: `/events/${slug}` },
        }
      }
    >
      <EventEditor event={event} today={new Date().toISOString().slice(0, 10)} />
    </ThingPage>
  )
}
