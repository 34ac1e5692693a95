import { dayZeroOf, type EventTime } from '@/lib/market/eventTime'
import { exchangeOf, isMic } from '@/lib/market/exchange'
import type { DayZeroView } from './schema'

/** Day 0 of an event for one listing, with a note where there is none or the hour is not known. */
export function dayZeroView(time: EventTime, { symbol, mic }: { symbol: string; mic: string }): DayZeroView {
  if (!isMic(mic)) return { symbol, mic, session: null, note: `The calendar of ${mic} is not known` }
  const { session, reason } = dayZeroOf(time, mic)
  if (reason === 'month') return { symbol, mic, session, note: 'Only the month is known' }
  if (reason === 'calendar-unknown') {
    const { knownFrom, knownUntil } = exchangeOf(mic)
    return { symbol, mic, session, note: `The calendar of ${mic} is known from ${knownFrom} to ${knownUntil} only` }
  }
  const byDate = time.precision === 'day' && (time.phase === 'unknown' || time.homeMic === null)
  return {
    symbol,
    mic,
    session,
    note: byDate ? 'The hour is not known: the session of that date, or the next one' : null,
  }
}
