import { adjustmentFactors, applyFactors, type Basis } from '@/lib/market/adjustment'
import { addDays } from '@/lib/market/date'
import { exchangeOf, isMic } from '@/lib/market/exchange'
import { localDate, momentAt } from '@/lib/market/zone'
import { readActions, type StoredAction } from '@/lib/store/action/read'
import { type BarRange, lastSettledCloses, readBars, type StoredBars } from '@/lib/store/bar/read'
import type { Queryable } from '@/lib/store/connection/sql'
import type { Listing } from '@/lib/store/listing/list'

/** Bars of a listing on one basis: prices as decimal strings in the listing's currency, volume in shares of that basis. */
export interface ListingSeries {
  readonly bars: StoredBars
  /** Closes as traded, alongside `bars`. */
  readonly tradedClose: readonly string[]
  /** Last settled session stored, whatever range was asked for; null without one. */
  readonly lastSettledSession: string | null
}

/**
 * The actions that have happened at `now`: those whose ex-date has opened at the exchange, or is up to the last stored session, which proves that
 * its day has been.
 */
export function actionsUpTo<Action extends Pick<StoredAction, 'exDate'>>(
  actions: readonly Action[],
  { mic, lastSession, now }: { mic: string; lastSession: string | null; now: Date },
): Action[] {
  const { timeZone, open } = isMic(mic) ? exchangeOf(mic) : { timeZone: 'UTC', open: '00:00' }
  const today = localDate(now, timeZone)
  const opened = now >= momentAt(today, open, timeZone) ? today : addDays(today, -1)
  const last = lastSession !== null && lastSession > opened ? lastSession : opened
  return actions.filter(({ exDate }) => exDate <= last)
}

function inRange(bars: StoredBars, { from = '', to = '9999-12-31' }: BarRange): StoredBars {
  const first = bars.session.findIndex((session) => session >= from)
  const end = bars.session.findIndex((session) => session > to)
  const [a, b] = [first < 0 ? bars.session.length : first, end < 0 ? bars.session.length : end]
  const { session, open, high, low, close, volume, settled, feed, fetchedAt, asOf } = bars
  return {
    session: session.slice(a, b),
    open: open.slice(a, b),
    high: high.slice(a, b),
    low: low.slice(a, b),
    close: close.slice(a, b),
    volume: volume.slice(a, b),
    settled: settled.slice(a, b),
    feed: feed.slice(a, b),
    fetchedAt: fetchedAt.slice(a, b),
    asOf: asOf.slice(a, b),
  }
}

/**
 * The stored as-traded bars of a listing in `range`, as they could be known at `now`, on `basis` with the corporate actions that had happened
 * then. Adjusted values are anchored at the newest price known, whatever the range ends with.
 */
export async function listingSeries(
  sql: Queryable,
  { id, mic }: Pick<Listing, 'id' | 'mic'>,
  { basis, ...range }: BarRange & { readonly basis: Basis },
  now: Date,
): Promise<ListingSeries> {
  // A dividend's factor needs the close before each ex-date, so `total` reads the whole series.
  const [stored, known, [last]] = await Promise.all([
    readBars(sql, id, { ...(basis === 'total' ? {} : range), asOf: now }),
    basis === 'raw' ? [] : readActions(sql, id),
    lastSettledCloses(sql, id, 1, now),
  ])
  const lastSettledSession = last?.session ?? null
  const actions = actionsUpTo(known, { mic, lastSession: lastSettledSession, now })
  const bars = basis === 'total' ? inRange(stored, range) : stored
  const tradedClose = bars.close
  if (basis === 'raw') return { bars, tradedClose, lastSettledSession }
  const factors = adjustmentFactors(stored.session, stored.close, actions, basis)
  return { bars: { ...bars, ...applyFactors(bars, factors) }, tradedClose, lastSettledSession }
}
