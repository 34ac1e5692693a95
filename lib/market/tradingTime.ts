import { CalendarUnknownError } from './calendarUnknown'
import type { TradingDate } from './date'
import { exchangeOf, type Mic } from './exchange'
import { sessionClose, sessionOpen, sessionsBetween } from './sessions'
import { localDate, momentAt } from './zone'

const minuteMs = 60_000

/** Milliseconds that two spans have in common. */
function overlapMs(a: readonly [Date, Date], b: readonly [Date, Date]): number {
  const start = Math.max(a[0].getTime(), b[0].getTime())
  return Math.max(0, Math.min(a[1].getTime(), b[1].getTime()) - start)
}

/** The spans in which a session trades: one, or two around the midday break; a half day ends before it. */
function tradingSpans(mic: Mic, session: TradingDate): [Date, Date][] {
  const [open, close] = [sessionOpen(mic, session), sessionClose(mic, session)]
  const { lunch, timeZone } = exchangeOf(mic)
  if (lunch === null) return [[open, close]]
  const [from, to] = lunch.map((time) => momentAt(session, time, timeZone)) as [Date, Date]
  const spans: [Date, Date][] = [
    [open, from < close ? from : close],
    [to > open ? to : open, close],
  ]
  return spans.filter(([start, end]) => start < end)
}

/**
 * Minutes of trading at the exchange between two moments, breaks, nights and holidays left out: how old a price is in the market's own time. Zero when `to` is
 * earlier; null when its calendar does not reach that far.
 */
export function tradingMinutes(mic: Mic, from: Date, to: Date): number | null {
  if (to <= from) return 0
  const { timeZone } = exchangeOf(mic)
  try {
    const sessions = sessionsBetween(mic, localDate(from, timeZone), localDate(to, timeZone))
    const spans = sessions.flatMap((session) => tradingSpans(mic, session))
    return spans.reduce((sum, span) => sum + overlapMs(span, [from, to]), 0) / minuteMs
  } catch (error) {
    if (error instanceof CalendarUnknownError) return null
    throw error
  }
}
