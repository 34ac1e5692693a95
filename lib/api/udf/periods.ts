import { epochDay, weekday } from '@/lib/market/date'
import type { BarsView } from '../bars/view'

/** What a bar can span, in the names that charts ask by. */
export const resolutions = ['1D', '1W', '1M'] as const
export type Resolution = (typeof resolutions)[number]

const daySeconds = 86_400

/** Seconds since 1970 of midnight in UTC of a session's date: how charts name a day. */
export function dayTime(session: string): number {
  return epochDay(session) * daySeconds
}

/** What sessions of one bar have in common: the session itself, the Monday of its week, its month. */
export function periodOf(session: string, resolution: Resolution): string {
  if (resolution === '1D') return session
  return resolution === '1M' ? session.slice(0, 7) : String(epochDay(session) - weekday(session))
}

/** Bars by columns; `t` in seconds since 1970, ascending. Volume null where the feed has none. */
export interface PeriodBars {
  readonly t: number[]
  readonly o: number[]
  readonly h: number[]
  readonly l: number[]
  readonly c: number[]
  readonly v: (number | null)[]
}

/** Sums what is known; null when nothing is. */
const added = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : a + b)

/**
 * Daily bars put together to a resolution: the first open, the highest high, the lowest low, the last close, the volume of all; named by its first session.
 * `daily` has to hold whole periods.
 */
export function barsOf(
  daily: Pick<BarsView, 'session' | 'open' | 'high' | 'low' | 'close' | 'volume'>,
  resolution: Resolution,
): PeriodBars {
  const bars: PeriodBars = { t: [], o: [], h: [], l: [], c: [], v: [] }
  let period: string | null = null
  daily.session.forEach((session, i) => {
    const [open = 0, high = 0, low = 0, close = 0] = [daily.open[i], daily.high[i], daily.low[i], daily.close[i]]
    const volume = daily.volume[i] ?? null
    const now = periodOf(session, resolution)
    if (now !== period) {
      period = now
      bars.t.push(dayTime(session))
      bars.o.push(open)
      bars.h.push(high)
      bars.l.push(low)
      bars.c.push(close)
      bars.v.push(volume)
      return
    }
    const at = bars.t.length - 1
    bars.h[at] = Math.max(bars.h[at] ?? high, high)
    bars.l[at] = Math.min(bars.l[at] ?? low, low)
    bars.c[at] = close
    bars.v[at] = added(bars.v[at] ?? null, volume)
  })
  return bars
}
