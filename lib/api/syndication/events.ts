import { eventKnownFrom } from '@/lib/market/eventKnown'
import type { Store } from '@/lib/store/connection/store'
import { eventsChangedAt } from '@/lib/store/event/changedAt'
import { type EventFilter, listEvents, type StoredEvent } from '@/lib/store/event/list'
import { eventTimeOf } from '@/lib/store/event/time'
import { dayZeroView } from '../events/dayZero'
import type { Language } from '../language'
import { type FeedEntry, newestFirst } from './entry'

const dayZeroText = {
  en: (symbol: string, session: string) => `Day 0 of ${symbol}: ${session}`,
  zh: (symbol: string, session: string) => `${symbol} 的第 0 日：${session}`,
} as const

function entryOf(event: StoredEvent, changedAt: Date, language: Language): FeedEntry {
  const time = eventTimeOf(event)
  const say = (en: string, zh: string) => (language === 'zh' && zh !== '' ? zh : en)
  const sessions = event.listings.flatMap((listing) => {
    const { session } = dayZeroView(time, listing)
    return session === null ? [] : [dayZeroText[language](listing.symbol, session)]
  })
  const when = [event.start, ...(event.end === null ? [] : [event.end])].join(' – ')
  const about = [when, say(event.timeNote, event.timeNoteZh)].filter((text) => text !== '').join(' · ')
  return {
    ...{
      id: `urn:tidemark:event:${event.slug}`,
      title: say(event.title, event.titleZh),
      path: `/events/${event.slug}`,
    },
    paragraphs: [say(event.text, event.textZh), about, sessions.join('; ')].filter((text) => text !== ''),
    source: { name: event.sourceName, url: event.sourceUrl },
    ...{ tags: event.tags, happenedAt: eventKnownFrom(time), changedAt },
  }
}

/** The published events of a filter that have happened at `now`, the newest first. */
export async function eventEntries(
  store: Store,
  filter: Omit<EventFilter, 'status' | 'slug'>,
  { now, language }: { now: Date; language: Language },
): Promise<FeedEntry[]> {
  const events = await listEvents(store, filter)
  const changed = await eventsChangedAt(
    store.sql,
    events.map(({ slug }) => slug),
  )
  const entries = events.map((event) => entryOf(event, changed.get(event.slug) ?? now, language))
  return newestFirst(entries.filter(({ happenedAt }) => happenedAt <= now))
}
