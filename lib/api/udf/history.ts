import type { Basis } from '@/lib/market/adjustment'
import type { Store } from '@/lib/store/connection/store'
import { barsView } from '../bars/view'
import { barsOf, type PeriodBars, type Resolution } from './periods'
import type { HistoryView } from './schema'
import { meantListing } from './symbol'

/** A page of a chart: bars that begin at `from` or later and before `to` (seconds since 1970); with `countback` so many before `to`, wherever the first begins. */
export interface HistoryWanted {
  readonly symbol: string
  readonly resolution: Resolution
  readonly from: number
  readonly to: number
  readonly countback?: number | undefined
  readonly adjust: Basis
}

function cut({ t, o, h, l, c, v }: PeriodBars, first: number, end: number): HistoryView {
  const volumes = v.slice(first, end)
  return {
    ...{ s: 'ok', t: t.slice(first, end), o: o.slice(first, end), h: h.slice(first, end) },
    ...{ l: l.slice(first, end), c: c.slice(first, end) },
    // An index that no feed gives a volume of has none, not zero.
    ...(volumes.every((volume) => volume === null) ? {} : { v: volumes.map((volume) => volume ?? 0) }),
  }
}

/** One page of a symbol's bars at `now`. Where there is none, `nextTime` names the nearest bar before it, when there is one. Throws the problem `unknown-symbol`. */
export async function historyView(store: Store, wanted: HistoryWanted, now: Date): Promise<HistoryView> {
  const { resolution, from, to, countback, adjust } = wanted
  const { symbol } = await meantListing(store, wanted.symbol)
  const daily = await barsView(store, symbol, { adjust }, now)
  if (daily === null) throw new Error(`${symbol} was deleted while it was read`)
  const bars = barsOf(daily, resolution)
  const endAt = bars.t.findIndex((time) => time >= to)
  const end = endAt < 0 ? bars.t.length : endAt
  const firstAt = bars.t.findIndex((time) => time >= from)
  const first = countback === undefined ? (firstAt < 0 ? bars.t.length : firstAt) : Math.max(0, end - countback)
  if (first < end) return cut(bars, first, end)
  const nextTime = bars.t.findLast((time) => time < (countback === undefined ? Math.min(from, to) : to))
  return { s: 'no_data', ...(nextTime === undefined ? {} : { nextTime }) }
}
