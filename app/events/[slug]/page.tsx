import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { precisionText, whenExactly } from '@/app/_board/entries'
import { sides } from '@/app/_board/sides'
import { pageStore } from '@/app/_data/store'
import { Badge } from '@/app/_ui/Badge'
import { events as texts } from '@/app/_ui/messages/events'
import { Panel } from '@/app/_ui/Panel'
import { eventsView, eventView } from '@/lib/api/events/view'
import { listingsView } from '@/lib/api/listings/view'
import { DayZeroTable } from './DayZeroTable'
import { Neighbours } from './Neighbours'

export const dynamic = 'force-dynamic'

interface Props {
  readonly params: Promise<{ slug: string }>
}

const read = cache((slug: string) => eventView(pageStore(), slug))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await read((await params).slug))?.title ?? texts.missing.title }
}

export default async function EventPage({ params }: Props) {
  const event = await read((await params).slug)
  if (!event) notFound()
  const { items } = await eventsView(pageStore(), event.kind === 'event' ? { kind: 'event' } : {})
  const listings = await listingsView(pageStore(), new Date())
  const compared = listings.items.filter(({ symbol }) => sides.some((side) => side.symbol === symbol))
  const firsts = compared.flatMap(({ series }) => series.firstSession ?? [])
  const canRebase = event.dayZero.some(({ session }) => session !== null && firsts.some((first) => first < session))
  return (
    <article className="mx-auto max-w-4xl space-y-4">
      <header>
        <p className="text-soft">
          {whenExactly(event)} · {precisionText(event)}
        </p>
        <h1 className="mt-0.5 font-semibold text-title tracking-tight">{event.title}</h1>
        <p className="mt-3 max-w-prose text-[1rem] leading-[1.625rem]">{event.text}</p>
        <p className="mt-3 flex flex-wrap gap-1.5">
          {event.topics.map(({ slug, name }) => (
            <Badge key={slug} tone="plain">
              {name}
            </Badge>
          ))}
        </p>
      </header>
      <div className="grid grid-cols-1 items-start gap-4 md:grid-cols-2">
        <Panel title={texts.time}>
          <p className="px-4 pb-3 text-soft">{event.timeNote}</p>
        </Panel>
        <Panel title={texts.source}>
          <p className="px-4 pb-3 text-soft">
            {event.sourceUrl ? (
              <a className="link" href={event.sourceUrl} rel="noreferrer">
                {event.sourceName}
              </a>
            ) : (
              event.sourceName
            )}
            . {!event.confirmed && texts.unconfirmed}
          </p>
        </Panel>
      </div>
      <DayZeroTable event={event} />
      {canRebase && (
        <p>
          <Link className="link" href={`/?base=event:${event.slug}`} prefetch={false}>
            {texts.board}
          </Link>
        </p>
      )}
      <Neighbours items={items} slug={event.slug} />
    </article>
  )
}
