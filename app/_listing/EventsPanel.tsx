import Link from 'next/link'
import type { EventEffects } from '@/app/_data/effects'
import { Change } from '@/app/_ui/Change'
import { DraftBadge } from '@/app/_ui/events/DraftBadge'
import { useEventTime } from '@/app/_ui/events/time'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { listingTexts } from '@/app/_ui/messages/listing'
import { Panel } from '@/app/_ui/Panel'
import { hrefWith, listingHref, type Query } from '@/app/_ui/url'
import { VerdictBadge } from '@/app/_ui/VerdictBadge'
import { asSimple } from '@/lib/analytics/returns'
import { eventHref, type ListingEvent } from './events'

interface EventsPanelProps {
  readonly events: readonly ListingEvent[]
  readonly symbol: string
  /** What each event did; null while that is being computed. */
  readonly effects: EventEffects | null
  /** Ends of the chart. */
  readonly first: string
  readonly last: string
  readonly query: Query
  /** Whether results days are listed. */
  readonly results: boolean
}

type ItemProps = Pick<EventsPanelProps, 'symbol' | 'effects'> & { of: ListingEvent; offChart: boolean }

/** One event with what it did to this listing. */
function EventItem({ of: { number, event }, symbol, effects, offChart }: ItemProps) {
  const [{ events: texts }, { day }, say, words] = [useTexts(listingTexts), useFormat(), useStored(), useEventTime()]
  const row = effects?.get(event.slug)?.rows.find((one) => one.symbol === symbol)
  const remarks = [
    words.precision(event),
    event.confirmed ? '' : texts.unconfirmed,
    offChart ? texts.offChart : '',
  ].filter(Boolean)
  return (
    <li className="flex gap-2.5 px-4 py-1.5 hover:bg-well">
      <span
        aria-hidden="true"
        className={`mt-0.5 h-[18px] min-w-5 shrink-0 rounded-full border border-line-strong text-center font-semibold text-[0.6875rem] text-soft leading-4 ${offChart ? 'border-dashed' : ''}`}
      >
        {number}
      </span>
      <div className="min-w-0 grow">
        <Link href={eventHref(event.slug, symbol)} prefetch={false} className="quiet-link font-medium leading-5">
          {say(event.title, event.titleZh)}
        </Link>
        <p className="text-faint text-small" title={say(event.timeNote, event.timeNoteZh)}>
          {[words.when(event), ...remarks].join(' · ')}
        </p>
      </div>
      <p
        className="flex h-5 min-w-28 shrink-0 items-center justify-end gap-2"
        title={row?.day0 ? `${texts.effect} · ${texts.dayZero(day(row.day0))}` : texts.effect}
      >
        {row && (
          <>
            {row.car !== null && <Change fraction={asSimple(row.car, 'log')} digits={1} />}
            <VerdictBadge of="study" verdict={row.verdict} />
          </>
        )}
        {event.status === 'draft' && <DraftBadge />}
      </p>
    </li>
  )
}

/** The events that name a listing, the newest first, with the numbers they have on the chart. */
export function EventsPanel({ events, symbol, effects, first, last, query, results }: EventsPanelProps) {
  const { events: texts, results: words } = useTexts(listingTexts)
  const href = hrefWith(listingHref(symbol), query, { results: results ? null : 'shown' })
  return (
    <Panel
      title={texts.title}
      note={events.length > 0 && texts.note(events.length)}
      aside={
        <Link href={href} scroll={false} prefetch={false} className="no-print link text-small">
          {results ? words.hide : words.show}
        </Link>
      }
    >
      {events.length === 0 ? (
        <p className="px-4 pb-4 text-soft">{texts.none}</p>
      ) : (
        <ol className="max-h-[26rem] overflow-y-auto pb-2" data-testid="events">
          {[...events].reverse().map((of) => (
            <EventItem
              key={of.event.slug}
              {...{ of, symbol, effects }}
              offChart={last !== '' && (of.markDate < first || of.markDate > last)}
            />
          ))}
        </ol>
      )}
    </Panel>
  )
}
