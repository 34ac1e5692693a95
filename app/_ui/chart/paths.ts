import { indexAtOrAfter } from '@/lib/market/dateIndex'
import { type Frame, xOf, yOf } from './frame'
import type { ChartBars, ChartLine } from './model'
import { thinned } from './thin'

/** The pictures are drawn on a square of 1000 by 1000 that is stretched over the plot. */
export const square = 1000
const columns = 500

const point = (x: number, y: number) => `${(10 * x).toFixed(1)},${(10 * y).toFixed(1)}`

/** First and last position in `session` that is within sight, the last one not included. */
function seen({ axis, from, to }: Frame, session: readonly string[]): [number, number] {
  const first = axis[Math.max(Math.ceil(from), 0)] ?? ''
  const last = axis[Math.min(Math.floor(to), axis.length - 1)] ?? ''
  return [indexAtOrAfter(session, first), indexAtOrAfter(session, `${last}~`)]
}

/** A line's points as SVG takes them: what is settled, and apart from that the last settled point with those after it. */
export function linePoints(frame: Frame, { session, value, settledTo }: ChartLine): { settled: string; after: string } {
  const [start, end] = seen(frame, session)
  const places = thinned(value, start, end, columns).map((i) => {
    const index = indexAtOrAfter(frame.axis, session[i] ?? '')
    return { session: session[i] ?? '', text: point(xOf(frame, index), yOf(frame, value[i] ?? 0)) }
  })
  const cut = settledTo ? places.filter((place) => place.session <= settledTo).length : places.length
  const join = (of: readonly { text: string }[]) => of.map(({ text }) => text).join(' ')
  return {
    settled: join(places.slice(0, cut)),
    after: cut < places.length ? join(places.slice(Math.max(cut - 1, 0))) : '',
  }
}

/** The highest and the lowest of some of `values`, from `start` up to `end`. */
function reach(values: readonly number[], start: number, end: number): [low: number, high: number] {
  let [low, high] = [values[start] ?? 0, values[start] ?? 0]
  for (let i = start; i < end; i++) {
    low = Math.min(low, values[i] ?? low)
    high = Math.max(high, values[i] ?? high)
  }
  return [low, high]
}

/** Candles as three paths: those that rose, those that fell, and those not settled yet. Where there are more than the picture has room for, several are one. */
export function candlePaths(frame: Frame, { session, open, high, low, close, settled }: ChartBars) {
  const paths = { up: '', down: '', pale: '' }
  const [start, end] = seen(frame, session)
  const step = Math.max(1, Math.ceil((end - start) / (2 * columns)))
  const half = Math.min(0.36 * step * (xOf(frame, 1) - xOf(frame, 0)), 0.5)
  for (let first = start; first < end; first += step) {
    const last = Math.min(first + step, end) - 1
    const x = xOf(frame, indexAtOrAfter(frame.axis, session[first] ?? '') + (last - first) / 2)
    const [from, to] = [open[first] ?? 0, close[last] ?? 0]
    const y = (value: number) => yOf(frame, value)
    const [top, foot] = [y(Math.max(from, to)), y(Math.min(from, to))]
    const [lowest, highest] = [y(reach(low, first, last + 1)[0]), y(reach(high, first, last + 1)[1])]
    const wicks = `M${point(x, highest)}L${point(x, top)}M${point(x, foot)}L${point(x, lowest)}`
    const body = `M${point(x - half, top)}L${point(x + half, top)}L${point(x + half, foot)}L${point(x - half, foot)}Z`
    const kind = settled[last] === false ? 'pale' : to >= from ? 'up' : 'down'
    paths[kind] += wicks + body
  }
  return paths
}

/** The volumes as two paths at the foot of the plot: of sessions that rose and of those that fell; the highest fills its share. */
export function volumePaths(frame: Frame, { session, open, close, volume }: ChartBars) {
  const paths = { up: '', down: '' }
  const [start, end] = seen(frame, session)
  const most = highest(volume, start, end)
  if (most === 0) return paths
  const step = Math.max(1, Math.ceil((end - start) / (2 * columns)))
  for (let first = start; first < end; first += step) {
    const index = indexAtOrAfter(frame.axis, session[first] ?? '')
    const height = (100 * frame.volume * highest(volume, first, Math.min(first + step, end))) / most
    const kind = (close[first] ?? 0) >= (open[first] ?? 0) ? 'up' : 'down'
    paths[kind] += `M${point(xOf(frame, index), 100)}L${point(xOf(frame, index), 100 - height)}`
  }
  return paths
}

function highest(volume: readonly (number | null)[], start: number, end: number): number {
  let most = 0
  for (let i = start; i < end; i++) most = Math.max(most, volume[i] ?? 0)
  return most
}
