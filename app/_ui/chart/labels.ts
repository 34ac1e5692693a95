import { formatNumber, formatPlain } from '../format/number'
import type { chartTexts } from '../messages/chart'
import type { TimeTick } from './ticks'

type Texts = (typeof chartTexts)['en']

/** A label of the time axis in the words of a language. */
export function tickText({ date, kind, withYear }: TimeTick, { tick, months }: Texts): string {
  const [year, month] = [date.slice(0, 4), months[Number(date.slice(5, 7)) - 1] ?? '']
  if (kind === 'year') return tick.year(year)
  if (kind === 'day') return String(Number(date.slice(8)))
  return withYear ? tick.monthOfYear(month, year) : tick.month(month)
}

/** A label of the price axis. */
export function priceText(value: number): string {
  return formatPlain(value, Math.abs(value) < 1 ? 4 : 2)
}

/** A value of a line: an index with one decimal, a price with two or four. */
export function valueText(value: number | null | undefined, unit: string | undefined): string {
  if (unit === undefined) return formatNumber(value, 1)
  return formatNumber(value, value !== null && value !== undefined && Math.abs(value) < 1 ? 4 : 2)
}

/** Moves ascending places apart until neighbours have `gap` between them, each as little as a pass down and one back up need; within 0 and `most`. */
export function spread(places: readonly number[], gap: number, most: number): number[] {
  const down = places.map((place) => Math.max(place, 0))
  for (let i = 1; i < down.length; i++) down[i] = Math.max(down[i] ?? 0, (down[i - 1] ?? 0) + gap)
  for (let i = down.length - 1, limit = most; i >= 0; i--, limit -= gap) down[i] = Math.min(down[i] ?? 0, limit)
  return down
}
