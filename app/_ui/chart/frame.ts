import { addDays, weekday } from '@/lib/market/date'
import { indexAtOrAfter } from '@/lib/market/dateIndex'
import type { ChartData } from './model'
import { isAscending, unionOfSessions } from './timeline'

/** Which part of a chart is seen, and how it lies in its box. The server draws by it and the browser's chart begins with it. */
export interface Frame {
  /** Sessions with figures, ascending, then the weekdays to come. */
  readonly axis: readonly string[]
  /** How many of them have figures. */
  readonly past: number
  /** Positions on the axis at the left and the right edge. */
  readonly from: number
  readonly to: number
  readonly scale: 'log' | 'linear'
  /** Lowest and highest value within sight. */
  readonly low: number
  readonly high: number
  /** Shares of the height above the highest and below the lowest value. */
  readonly top: number
  readonly bottom: number
  /** Share of the height that the volume takes at the foot; 0 without one. */
  readonly volume: number
}

/** How much of what is to come is shown beside the figures, as a share of these. */
const ahead = 0.2
const side = 0.012

/** The weekdays after `last` up to `until`, both `YYYY-MM-DD`: calendars end, promises go on. */
export function weekdaysAfter(last: string, until: string): string[] {
  const days: string[] = []
  for (let day = addDays(last, 1); day <= until; day = addDays(day, 1)) if (weekday(day) < 6) days.push(day)
  return days
}

function axisOf({ lines, bars, today = '', milestones = [], marks = [] }: ChartData) {
  const columns = bars ? [bars.session] : lines.map(({ session }) => session)
  for (const column of columns) if (!isAscending(column)) throw new RangeError('The sessions of a chart do not ascend')
  const sessions = columns.length === 1 && columns[0] ? columns[0] : unionOfSessions(columns)
  const last = sessions.at(-1)
  const until = [today, ...milestones.map(({ end }) => end), ...marks.map(({ date, end }) => end ?? date)].sort().at(-1)
  return { sessions, future: last === undefined || !until ? [] : weekdaysAfter(last, until) }
}

function extent({ lines, bars }: ChartData, first: string, last: string): [low: number, high: number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  const columns = bars
    ? (bars.style === 'candles' ? [bars.low, bars.high] : [bars.close]).map((value) => ({
        session: bars.session,
        value,
      }))
    : lines
  for (const { session, value } of columns) {
    for (let i = indexAtOrAfter(session, first); i < session.length && (session[i] ?? '') <= last; i++) {
      const one = value[i] ?? Number.NaN
      if (one < low) low = one
      if (one > high) high = one
    }
  }
  if (low > high) return [1, 2]
  return low === high ? [low * 0.95, high * 1.05 || 1] : [low, high]
}

/** The frame of a chart: from `data.from` on, with some of what is to come. Throws a RangeError for sessions that do not ascend. */
export function frameOf(data: ChartData): Frame {
  const { sessions, future } = axisOf(data)
  const past = sessions.length
  const axis = [...sessions, ...future]
  const start = data.from ? indexAtOrAfter(sessions, data.from) : 0
  const first = start < past ? start : 0
  const shown = past - first
  const end = Math.min(axis.length, past + Math.round(ahead * shown)) - 1
  const [low, high] = extent(data, axis[first] ?? '', axis[past - 1] ?? '')
  const volume = data.bars ? 0.16 : 0
  const foot = [0.05, 0.1][data.milestones?.length ?? 0] ?? 0.15
  return {
    axis,
    past,
    from: first - Math.max(side * shown, 0.5),
    to: end + Math.max(side * shown, 0.5),
    scale: data.scale,
    low,
    high,
    top: 0.12,
    bottom: volume + foot + 0.02,
    volume,
  }
}

/** A value on the scale of a frame. */
export function scaled(scale: 'log' | 'linear', value: number): number {
  return scale === 'log' ? Math.log10(Math.max(value, 1e-9)) : value
}

/** The place of a position on the axis, in percent from the left of the plot. */
export function xOf({ from, to }: Pick<Frame, 'from' | 'to'>, index: number): number {
  return (100 * (index - from + 0.5)) / (to - from + 1)
}

/** The place of a value, in percent from the top of the plot. */
export function yOf({ scale, low, high, top, bottom }: Frame, value: number): number {
  const [from, to] = [scaled(scale, low), scaled(scale, high)]
  return 100 * (1 - bottom - ((1 - top - bottom) * (scaled(scale, value) - from)) / (to - from))
}

/** The value at a height, in percent from the top: the inverse of `yOf`. */
export function valueAtHeight({ scale, low, high, top, bottom }: Frame, y: number): number {
  const [from, to] = [scaled(scale, low), scaled(scale, high)]
  const place = from + ((1 - bottom - y / 100) * (to - from)) / (1 - top - bottom)
  return scale === 'log' ? 10 ** place : place
}
