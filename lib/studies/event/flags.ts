import { exchangeOf, isMic } from '@/lib/market/exchange'
import { limitReached, priceLimit, sessionsWithoutLimit } from '@/lib/market/priceLimit'
import { sessionsBetween } from '@/lib/market/sessions'
import { tickOf } from '@/lib/market/tick'
import { type EventDay, eventPosition } from './eventDays'
import type { StudySubject } from './subject'

/** Another event of the listing within the event window: what moved the price then cannot be told apart. */
export interface Confounder extends EventDay {
  /** Sessions from day 0. */
  readonly relative: number
}

/** The listing's other events with their day 0 within [from, to] sessions of this one's, results days included. */
export function confoundersOf({ series, zero, others }: StudySubject, from: number, to: number): Confounder[] {
  if (zero < 0) return []
  return others
    .flatMap((day) => {
      const at = eventPosition(series.session, day)
      const relative = at - 1 - zero
      return at >= 0 && relative >= from && relative <= to ? [{ ...day, relative }] : []
    })
    .sort((a, b) => a.relative - b.relative)
}

/** A session whose close stands at the exchange's price limit: its abnormal return is cut off there. */
export interface LimitDay {
  readonly session: string
  readonly relative: number
  readonly direction: 'up' | 'down'
  /** Share of the reference price. */
  readonly share: number
}

/** Sessions within [from, to] of day 0 that closed at the price limit, by the closes as traded. */
export function limitDays({ series, listing, zero }: StudySubject, from: number, to: number): LimitDay[] {
  const { mic, kind, symbol, listedOn } = listing
  const share = isMic(mic) && kind !== 'index' ? priceLimit({ mic, kind, symbol }) : null
  if (zero < 0 || share === null || !isMic(mic)) return []
  const out: LimitDay[] = []
  for (let relative = from; relative <= to; relative++) {
    const at = zero + 1 + relative
    const [session, close, before, after] = [
      series.session[at],
      series.traded[at],
      series.close[at - 1],
      series.close[at],
    ]
    if (session === undefined || close === undefined || before === undefined || after === undefined) continue
    if (listedOn !== null && spanned(mic, listedOn, session) < sessionsWithoutLimit) continue
    // The close before, in the units of this session: a split in between divides it.
    const reference = ((before * Number(close)) / after).toFixed(6)
    const direction = limitReached({ close, reference, share, tick: tickOf(mic, kind, close) })
    if (direction) out.push({ session, relative, direction, share })
  }
  return out
}

function spanned(mic: string, from: string, to: string): number {
  if (!isMic(mic)) return 1
  const { knownFrom, knownUntil } = exchangeOf(mic)
  return from >= knownFrom && to <= knownUntil ? sessionsBetween(mic, from, to).length - 1 : Number.POSITIVE_INFINITY
}

/** A return that is over more than one session of the exchange: a halt, or figures that are missing. */
export interface LongReturn {
  readonly session: string
  readonly relative: number
  readonly since: string
  readonly sessions: number
}

/** Returns within [from, to] of day 0 that span sessions the series has not. */
export function longReturns({ series, listing, zero }: StudySubject, from: number, to: number): LongReturn[] {
  if (zero < 0) return []
  const out: LongReturn[] = []
  for (let relative = from; relative <= to; relative++) {
    const [since, session] = [series.session[zero + relative], series.session[zero + 1 + relative]]
    if (since === undefined || session === undefined) continue
    const sessions = spanned(listing.mic, since, session)
    if (Number.isFinite(sessions) && sessions > 1) out.push({ session, relative, since, sessions })
  }
  return out
}
