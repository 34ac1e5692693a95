import { type EventEffects, effectSize } from '@/app/_data/effects'
import { formatChange } from '@/app/_ui/format/number'
import type { Format } from '@/app/_ui/format/useFormat'
import type { EventView } from '@/lib/api/events/view'
import { asSimple } from '@/lib/analytics/returns'
import type { EventVerdict } from '@/lib/studies/event/verdict'
import { sides } from './sides'

/** What an event did to one of the two sides, ready to show. */
export interface SideEffect {
  readonly side: (typeof sides)[number]['side']
  readonly verdict: EventVerdict
  /** The abnormal return over day 0 and the session after, in percent; null where there is no test. */
  readonly car: string | null
  /** Its 95% band, for the hover. */
  readonly band: string | null
}

/** An event as the board lists it and as the chart marks it. */
export interface MovedEntry {
  /** Place in time, from 1; the number on the chart. */
  readonly number: number
  readonly slug: string
  readonly title: string
  readonly when: string
  readonly timeNote: string
  /** First session that could have reacted, else the first day it may have been; the last day of a span. */
  readonly markDate: string
  readonly markEnd: string | null
  /** Whether a price can be rebased at it: a month cannot be placed. */
  readonly placed: boolean
  readonly verdict: EventVerdict
  readonly effects: readonly SideEffect[]
}

const percent = (car: number | null) => (car === null ? null : formatChange(asSimple(car, 'log'), 1))

function effectsOn(event: EventView, effects: EventEffects): SideEffect[] {
  const rows = effects.get(event.slug)?.rows ?? []
  return sides.flatMap(({ side, symbol }) => {
    const row = rows.find((one) => one.symbol === symbol)
    if (!row) return []
    const band = row.lo === null || row.hi === null ? null : `${percent(row.lo)} … ${percent(row.hi)}`
    return [{ side, verdict: row.verdict, car: percent(row.car), band }]
  })
}

/** The last day of a span: a month ends on a day that no month exceeds, which is enough to place it. */
const lastDay = (end: string | null) => (end === null ? null : end.length === 7 ? `${end}-31` : end.slice(0, 10))

/** The events with their numbers in time and what each did to the two sides; by size of effect the largest first, else the newest first. */
export function movedEntries(
  events: readonly EventView[],
  effects: EventEffects,
  order: 'size' | 'date',
  { format, say }: { format: Format; say: (en: string, zh: string) => string },
): MovedEntry[] {
  const inTime = [...events].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  const entries = inTime.map((event, index): MovedEntry => {
    const zero = event.dayZero.find(({ session }) => session !== null)?.session
    return {
      number: index + 1,
      slug: event.slug,
      title: say(event.title, event.titleZh),
      when: event.precision === 'minute' ? format.day(event.date) : format.span(event.start, event.end),
      timeNote: say(event.timeNote, event.timeNoteZh),
      markDate: zero ?? (event.date.length === 7 ? `${event.date}-01` : event.date.slice(0, 10)),
      markEnd: lastDay(event.end),
      placed: event.dayZero.some(({ session }) => session !== null),
      verdict: effects.get(event.slug)?.verdict ?? 'cannot-be-decided',
      effects: effectsOn(event, effects),
    }
  })
  const size = ({ slug }: MovedEntry) => effectSize(effects.get(slug))
  return order === 'size' ? entries.sort((a, b) => size(b) - size(a) || b.number - a.number) : entries.reverse()
}
