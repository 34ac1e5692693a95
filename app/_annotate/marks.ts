import type { ChartMark } from '@/app/_ui/chart/model'
import type { EventView } from '@/lib/api/events/schema'
import { type EventTime, eventDate } from '@/lib/market/eventTime'
import { isMic, type Mic } from '@/lib/market/exchange'

/** The time of an event as the arithmetic of day 0 takes it. */
export function timeOf({ start, end, precision, phase, listings }: EventView): EventTime {
  const home = listings[0]?.mic ?? ''
  return { start, end, precision, phase, homeMic: isMic(home) ? home : null }
}

/** Where the mark of an event stands: on day 0 of the first of `symbols` that has one, else of its own first listing, else on the day it may have been. */
export function placeOf(
  event: EventView,
  symbols: readonly string[],
): { readonly date: string; readonly mic: Mic | null } {
  const own = symbols.length === 1 ? event.dayZero.find(({ symbol }) => symbol === symbols[0]) : undefined
  const zero = own?.session ? own : event.dayZero.find(({ session }) => session !== null)
  if (zero?.session) return { date: zero.session, mic: isMic(zero.mic) ? zero.mic : null }
  const date = eventDate(timeOf(event))
  return { date: date.length === 7 ? `${date}-01` : date, mic: null }
}

/** The mark of an event that the page does not have yet; its number is given when it is drawn. */
export function markOf(event: EventView, title: string, symbols: readonly string[]): ChartMark {
  const { date } = placeOf(event, symbols)
  const end = event.end?.length === 7 ? `${event.end}-31` : (event.end?.slice(0, 10) ?? null)
  return {
    number: 0,
    title,
    date,
    end,
    slug: event.slug,
    href: `/events/${event.slug}`,
    draft: event.status === 'draft',
  }
}

/** What a tool has changed of the marks that a page gave. */
export interface MarkChanges {
  /** The marks it was changed on: once the page gives others, these have it. */
  readonly of: readonly ChartMark[]
  readonly added: readonly ChartMark[]
  /** Dates by slug; null takes the mark away. */
  readonly moved: Readonly<Record<string, string | null>>
}

/** The marks with what was changed of them. */
export function redrawn(marks: readonly ChartMark[], { of, added, moved }: MarkChanges): readonly ChartMark[] {
  if (of !== marks) return marks
  const last = Math.max(0, ...marks.map(({ number }) => number))
  const kept = marks.flatMap((mark) => {
    const date = moved[mark.slug ?? '']
    return date === undefined ? [mark] : date === null ? [] : [{ ...mark, date }]
  })
  return [...kept, ...added.map((mark, i) => ({ ...mark, number: last + 1 + i }))]
}
