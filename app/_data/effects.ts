import { type AcrossRowView, acrossView } from '@/lib/api/across/view'
import { type EventVerdict, eventVerdicts } from '@/lib/studies/event/verdict'
import type { PageMoment } from './moment'
import { recently } from './recent'
import { pageStore } from './store'

/** What an event did to the listings it names: their headline tests, as on the event's own page. */
export interface EventEffect {
  readonly slug: string
  /** One a listing, by day 0. `car` is a log return over [0, +1], null with a `refusal` where there is no test. */
  readonly rows: readonly AcrossRowView[]
  /** The row with the largest |CAR|, null where none could be tested. What events are ordered by. */
  readonly largest: AcrossRowView | null
  /** The most that any row says: moved before no detectable move before cannot be decided. */
  readonly verdict: EventVerdict
}

export type EventEffects = ReadonlyMap<string, EventEffect>

const size = (row: AcrossRowView | null) => (row?.car == null ? -1 : Math.abs(row.car))

/** The size of an effect, for ordering: the largest |log CAR| over the listings, -1 where nothing could be tested. */
export function effectSize(effect: EventEffect | undefined): number {
  return size(effect?.largest ?? null)
}

/** Effects by slug from the rows across events; events without a listing have none. */
export function effectsOf(items: readonly AcrossRowView[]): EventEffects {
  const bySlug = new Map<string, AcrossRowView[]>()
  for (const row of items) bySlug.set(row.event, [...(bySlug.get(row.event) ?? []), row])
  return new Map(
    [...bySlug].map(([slug, rows]) => {
      const largest = rows.reduce<AcrossRowView | null>((best, row) => (size(row) > size(best) ? row : best), null)
      const verdict = eventVerdicts.find((one) => rows.some((row) => row.verdict === one)) ?? 'cannot-be-decided'
      return [slug, { slug, rows, largest, verdict }]
    }),
  )
}

/**
 * What every event did, results days included, by slug, as known at the moment of the page. All headlines take about a second of computing
 * when something has changed that they were made of, so they are given up to a minute old while newer ones are made; `now` is the present. Throws when the store fails.
 */
export function eventEffects({ asOf, at }: PageMoment, now: Date): Promise<EventEffects> {
  const make = async () => effectsOf((await acrossView(pageStore(), {}, at)).items)
  return recently(`effects ${asOf ?? 'now'}`, 5, now, make, asOf === null ? 55 : 0)
}
