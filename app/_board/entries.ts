import { formatDay, formatMoment, formatSpan } from '@/app/_ui/format/date'
import type { EventView } from '@/lib/api/events/view'

/** What the board needs of an event, ready to show. */
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
  /** Whether a price can be rebased at it: a month cannot be placed. */
  readonly placed: boolean
  readonly listings: readonly string[]
  readonly tags: readonly string[]
  readonly confirmed: boolean
}

const phases = {
  pre: 'before the open',
  intraday: 'in trading hours',
  after: 'after the close',
  unknown: 'hour not known',
}

/** How exactly an event's time is known, in words. */
export function precisionText({ precision, phase }: Pick<EventView, 'precision' | 'phase'>): string {
  if (precision === 'minute') return 'known to the minute'
  return precision === 'month' ? 'only the month is known' : phases[phase]
}

/** An event's own time as it is known: a minute, a day, a month or a span. */
export function whenText({ precision, start, end, date }: EventView): string {
  return precision === 'minute' ? `${formatDay(date)}` : formatSpan(start, end)
}

/** An event's time for its own page: minutes are told in UTC. */
export function whenExactly(event: EventView): string {
  return event.precision === 'minute' ? formatMoment(event.start) : whenText(event)
}

/** Numbers the events in order of time and keeps what the board shows. */
export function entriesOf(events: readonly EventView[]): EventEntry[] {
  const ordered = [...events].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  return ordered.map((event, index) => {
    const zero = event.dayZero.find(({ session }) => session !== null)?.session
    return {
      number: index + 1,
      slug: event.slug,
      title: event.title,
      kind: event.kind,
      when: whenText(event),
      precision: precisionText(event),
      timeNote: event.timeNote,
      markDate: zero ?? (event.date.length === 7 ? `${event.date}-01` : event.date.slice(0, 10)),
      placed: event.dayZero.some(({ session }) => session !== null),
      listings: event.listings.map(({ symbol }) => symbol),
      tags: event.tags,
      confirmed: event.confirmed,
    }
  })
}
