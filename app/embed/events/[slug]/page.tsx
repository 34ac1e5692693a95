import { notFound } from 'next/navigation'
import { eventData } from '@/app/_data/event'
import { footText, sourceName } from '@/app/_picture/of/foot'
import { eventWords } from '@/app/_ui/events/time'
import { readLanguage } from '@/app/_ui/i18n/request'
import { inLanguage } from '@/app/_ui/i18n/texts'
import { Markdown } from '@/app/_ui/markdown/Markdown'
import type { Query } from '@/app/_ui/url'
import { EmbedFrame } from '../../EmbedFrame'
import { StudyEmbed } from './StudyEmbed'

export const dynamic = 'force-dynamic'

interface Props {
  readonly params: Promise<{ slug: string }>
  readonly searchParams: Promise<Query>
}

export default async function EmbeddedEvent({ params, searchParams }: Props) {
  const [language, { slug }, query] = await Promise.all([readLanguage(), params, searchParams])
  const data = await eventData(slug, query, new Date())
  if (!data) notFound()
  const { event, moment, happened, study } = data
  const say = (en: string, zh: string) => inLanguage(language, en, zh)
  const feeds = study?.view.meta.source.map(({ feed }) => sourceName(feed, language))
  const listing = study?.view.listing
  return (
    <EmbedFrame
      title={say(event.title, event.titleZh)}
      note={[eventWords(language).exactly(event), ...(listing ? [say(listing.name, listing.nameZh)] : [])].join(' · ')}
      foot={footText(feeds ?? [event.sourceName], moment.at.toISOString(), language)}
      path={`/events/${slug}`}
      problems={(study?.wrong ?? []).map(({ name }) => ({ name }))}
      {...{ query, moment }}
    >
      {study ? (
        <StudyEmbed view={study.view} />
      ) : (
        happened && <Markdown text={say(event.text, event.textZh)} className="max-w-prose px-4" />
      )}
    </EmbedFrame>
  )
}
