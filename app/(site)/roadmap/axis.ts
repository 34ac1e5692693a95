import type { MilestoneView } from '@/lib/api/milestones/view'
import { addDays, daysBetween } from '@/lib/market/date'
import { promisedWindow } from '@/lib/market/period'

/** A stretch of the axis, as fractions of its length. */
export interface Stretch {
  readonly left: number
  readonly width: number
}

/** A time axis of whole quarters. Dates are `YYYY-MM-DD`. */
export interface Axis {
  /** First day, and the day after the last. */
  readonly from: string
  readonly end: string
  readonly years: readonly (Stretch & { readonly year: string })[]
  /** Where each quarter begins, the first one left out. */
  readonly quarters: readonly number[]
}

type Placed = Pick<MilestoneView, 'window' | 'shippedOn' | 'announced' | 'daysLate' | 'state'>

/** The day something of less exact date begins: `2025-09` is the first of that month. */
const firstDay = (date: string) => promisedWindow(date).start

function quarterOf(date: string): { start: string; end: string } {
  return promisedWindow(`${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`)
}

/** Where a day begins on an axis, from 0 to 1. */
export function placeOf({ from, end }: Pick<Axis, 'from' | 'end'>, date: string): number {
  return daysBetween(from, date) / daysBetween(from, end)
}

/** From the beginning of a day to the end of another. */
function stretch(axis: Pick<Axis, 'from' | 'end'>, first: string, last: string): Stretch {
  const left = placeOf(axis, first)
  return { left, width: placeOf(axis, addDays(last, 1)) - left }
}

/** The axis that holds every window, announcement and ship date of some milestones, and `today`. */
export function roadmapAxis(items: readonly Placed[], today: string): Axis {
  const dates = items
    .flatMap(({ window, shippedOn, announced }) => [
      ...(window ? [window.start, window.end] : []),
      ...(shippedOn ? [firstDay(shippedOn)] : []),
      ...(announced ? [firstDay(announced.date)] : []),
    ])
    .concat(today)
    .sort()
  const [from, last] = [quarterOf(dates[0] ?? today).start, quarterOf(dates.at(-1) ?? today).end]
  const ends = { from, end: addDays(last, 1) }
  const years: (Stretch & { year: string })[] = []
  for (let year = Number(from.slice(0, 4)); year <= Number(last.slice(0, 4)); year++) {
    const left = Math.max(0, placeOf(ends, `${year}-01-01`))
    years.push({ year: String(year), left, width: Math.min(1, placeOf(ends, `${year + 1}-01-01`)) - left })
  }
  const quarters: number[] = []
  for (let day = addDays(quarterOf(from).end, 1); day < ends.end; day = addDays(quarterOf(day).end, 1)) {
    quarters.push(placeOf(ends, day))
  }
  return { ...ends, years, quarters }
}

/** Where everything of a milestone lies on an axis; null for what it has not. The overrun lies between its window and today, or the day it shipped. */
export function placed(item: Placed, axis: Axis, today: string) {
  const { window, shippedOn, announced, daysLate } = item
  const shipped = shippedOn === null ? null : firstDay(shippedOn)
  return {
    window: window && stretch(axis, window.start, window.end),
    overrun: window && daysLate !== null ? stretch(axis, addDays(window.end, 1), shipped ?? today) : null,
    shipped: shipped === null ? null : placeOf(axis, shipped),
    announced: announced === null ? null : placeOf(axis, firstDay(announced.date)),
  }
}
