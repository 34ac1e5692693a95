import { useLanguage } from '#language'
import type { EventView } from '@/lib/api/events/view'
import type { Language } from '@/lib/api/language'
import { formats } from '../format/useFormat'
import { eventTimeTexts } from '../messages/eventTime'

type Time = Pick<EventView, 'precision' | 'phase' | 'start' | 'end' | 'date'>

/** The words of an event's time and tags in one language. */
export interface EventWords {
  /** An event's own time as it is known: a day, a month or a span. */
  when(event: Time): string
  /** The same for the event's own page: minutes are told in UTC. */
  exactly(event: Time): string
  /** How exactly the time is known, in two or three words. */
  precision(event: Pick<Time, 'precision' | 'phase'>): string
  /** A tag in words; one that is new to the pages is shown as it is written. */
  tag(tag: string): string
}

/** `useEventTime` where the language is known otherwise. */
export function eventWords(language: Language): EventWords {
  const { day, span, moment } = formats[language]
  const { phases, tags } = eventTimeTexts[language]
  const named: Readonly<Record<string, string>> = tags
  const when = ({ precision, start, end, date }: Time) => (precision === 'minute' ? day(date) : span(start, end))
  return {
    when,
    exactly: (event) => (event.precision === 'minute' ? moment(event.start) : when(event)),
    precision: ({ precision, phase }) => (precision === 'day' ? phases[phase] : phases[precision]),
    tag: (tag) => named[tag] ?? tag.replaceAll('-', ' '),
  }
}

/** The words of events in the language of the page. */
export function useEventTime(): EventWords {
  return eventWords(useLanguage())
}
