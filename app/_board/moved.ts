import { type EventEffect, type EventEffects, effectSize } from '@/app/_data/effects'
import { type EventEntry, entriesOf } from '@/app/_ui/events/entries'
import { formatChange } from '@/app/_ui/format/number'
import { asSimple } from '@/lib/analytics/returns'
import type { EventView } from '@/lib/api/events/view'
import type { Language } from '@/lib/api/language'
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

/** An event as the board lists it and as the chart marks it, with what it did. */
export interface MovedEntry extends EventEntry {
  readonly verdict: EventVerdict
  readonly effects: readonly SideEffect[]
}

const percent = (car: number | null) => (car === null ? null : formatChange(asSimple(car, 'log'), 1))

function effectsOn(rows: EventEffect['rows']): SideEffect[] {
  return sides.flatMap(({ side, symbol }) => {
    const row = rows.find((one) => one.symbol === symbol)
    if (!row) return []
    const band = row.lo === null || row.hi === null ? null : `${percent(row.lo)} … ${percent(row.hi)}`
    return [{ side, verdict: row.verdict, car: percent(row.car), band }]
  })
}

/** The events with their numbers in time and what each did to the two sides; by size of effect the largest first, else the newest first. */
export function movedEntries(
  events: readonly EventView[],
  effects: EventEffects,
  order: 'size' | 'date',
  language: Language,
): MovedEntry[] {
  const entries = entriesOf(events, language).map((entry): MovedEntry => {
    const effect = effects.get(entry.slug)
    return { ...entry, verdict: effect?.verdict ?? 'cannot-be-decided', effects: effectsOn(effect?.rows ?? []) }
  })
  const size = ({ slug }: MovedEntry) => effectSize(effects.get(slug))
  return order === 'size' ? entries.sort((a, b) => size(b) - size(a) || b.number - a.number) : entries.reverse()
}
