import type { EventView } from '@/lib/api/events/view'
import type { Language } from '@/lib/api/language'
import { inLanguage } from '../i18n/texts'
import { eventWords } from './time'

/** What a chart or a short list needs of an event, ready to show. */
export interface EventEntry {
  /** Place in time, from 1; the number on the chart. */
  readonly number: number
  readonly slug: string
  readonly title: string
  readonly kind: 'event' | 'results'
  readonly when: string
  /** How exactly the time is known, in two or three words. */
  readonly precision: string
  readonly timeNote: string
  /** First session that could have reacted, else the first day it may have been. */
  readonly markDate: string
  /** The last day of a span; null for what has one day. A month ends on a day that no month exceeds, which is enough to place it. */
  readonly markEnd: string | null
  /** Whether a price can be rebased at it: a month cannot be placed, and a draft is no base. */
  readonly placed: boolean
  readonly listings: readonly string[]
  readonly tags: readonly string[]
  readonly confirmed: boolean
  /** Not published: shown to annotators only. */
  readonly draft: boolean
}

/** The events in order of time, months before their days. */
export function byDate(events: readonly EventView[]): EventView[] {
  return [...events].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

/** Numbers the events in order of time and words what is shown of them. */
export function entriesOf(events: readonly EventView[], language: Language): EventEntry[] {
  const words = eventWords(language)
  return byDate(events).map((event, index) => {
    const zero = event.dayZero.find(({ session }) => session !== null)?.session
    return {
      number: index + 1,
      slug: event.slug,
      title: inLanguage(language, event.title, event.titleZh),
      kind: event.kind,
      when: words.when(event),
      precision: words.precision(event),
      timeNote: inLanguage(language, event.timeNote, event.timeNoteZh),
      markDate: zero ?? (event.date.length === 7 ? `${event.date}-01` : event.date.slice(0, 10)),
      markEnd: event.end?.length === 7 ? `${event.end}-31` : (event.end?.slice(0, 10) ?? null),
      placed: event.status === 'published' && event.dayZero.some(({ session }) => session !== null),
      listings: event.listings.map(({ symbol }) => symbol),
      tags: event.tags.map(words.tag),
      confirmed: event.confirmed,
      draft: event.status === 'draft',
    }
  })
}
