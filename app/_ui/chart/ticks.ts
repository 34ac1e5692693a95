import { addDays, weekday } from '@/lib/market/date'
import { indexAtOrAfter } from '@/lib/market/dateIndex'
import { niceStep } from './scale'

const mantissas = [[1], [1, 3], [1, 2, 5], [1, 1.5, 2, 3, 5, 7], [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8]]

function linearTicks(low: number, high: number, most: number): number[] {
  const step = niceStep(high - low, most)
  const first = Math.ceil(low / step - 1e-9)
  const count = Math.max(Math.floor(high / step + 1e-9) - first + 1, 0)
  return Array.from({ length: count }, (_, i) => Number(((first + i) * step).toPrecision(12)))
}

function logTicks(low: number, high: number, among: readonly number[]): number[] {
  const ticks: number[] = []
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++) {
    for (const one of among) ticks.push(Number((one * 10 ** power).toPrecision(6)))
  }
  return ticks.filter((tick) => tick >= low && tick <= high)
}

/** Round values from `low` to `high` to label, ascending, at most about `most`: of equal steps, or of round factors on a log scale that spans enough. */
export function priceTicks(low: number, high: number, scale: 'log' | 'linear', most: number): number[] {
  if (!(high > low)) return []
  if (scale === 'linear' || low <= 0) return linearTicks(low, high, most)
  const sets = mantissas.map((among) => logTicks(low, high, among)).filter(({ length }) => length <= most)
  const best = sets.at(-1) ?? []
  return best.length < 3 ? linearTicks(low, high, most) : best
}

/** A label of the time axis: the position of the first session of a day, month or year. */
export interface TimeTick {
  readonly index: number
  readonly date: string
  readonly kind: 'day' | 'month' | 'year'
  /** Whether the year has to be told as well, since no other label does. */
  readonly withYear: boolean
}

const monthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600]
const two = (n: number) => String(n).padStart(2, '0')

/** The months since year 0 of a date. */
const monthOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1

/** How many months that `step` divides begin from `first` to `last`, both months since year 0. */
const countOf = (first: number, last: number, step: number) => Math.floor(last / step) - Math.ceil(first / step) + 1

function monthStarts(first: number, last: number, step: number): string[] {
  return Array.from({ length: Math.max(countOf(first, last, step), 0) }, (_, i) => {
    const month = (Math.ceil(first / step) + i) * step
    return `${String(Math.floor(month / 12)).padStart(4, '0')}-${two((month % 12) + 1)}-01`
  })
}

/** The days to label in a short stretch: each session, or the Mondays. */
function dayStarts(axis: readonly string[], first: number, last: number, most: number): string[] {
  if (last - first < most) return axis.slice(first, last + 1)
  const [from, until] = [axis[first] ?? '', axis[last] ?? '']
  const monday = addDays(from, (8 - weekday(from)) % 7)
  const weeks = Math.ceil((last - first) / 5 / most)
  const days: string[] = []
  for (let day = monday; day <= until; day = addDays(day, 7 * weeks)) days.push(day)
  return days
}

/** At most about `most` labels for the sessions `from` to `to` (positions on `axis`, ascending dates): years, months or days, whatever is fine enough. */
export function timeTicks(axis: readonly string[], from: number, to: number, most: number): TimeTick[] {
  const first = Math.max(Math.ceil(from), 0)
  const last = Math.min(Math.floor(to), axis.length - 1)
  const [start, end] = [axis[first], axis[last]]
  if (start === undefined || end === undefined || last <= first) return []
  const [firstMonth, lastMonth] = [monthOf(start), monthOf(end)]
  const step = monthSteps.find((one) => countOf(firstMonth, lastMonth, one) <= most) ?? 600
  const isShort = step === 1 && countOf(firstMonth, lastMonth, step) < 3
  const starts = isShort ? dayStarts(axis, first, last, most) : monthStarts(firstMonth, lastMonth, step)
  const ticks = starts.flatMap((date) => {
    const index = indexAtOrAfter(axis, date)
    if (index < first || index > last) return []
    const kind = isShort && !date.endsWith('-01') ? 'day' : date.endsWith('-01-01') ? 'year' : 'month'
    return [{ index, date, kind: kind as TimeTick['kind'] }]
  })
  const noYear = ticks.every(({ kind }) => kind !== 'year')
  return ticks.map((tick, i) => ({ ...tick, withYear: noYear && i === 0 && tick.kind === 'month' }))
}
