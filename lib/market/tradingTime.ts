import { CalendarUnknownError } from './calendarUnknown'
import type { TradingDate } from './date'
import { exchangeOf, type Mic } from './exchange'
import { sessionClose, sessionOpen, sessionsBetween } from './sessions'
import { localDate, momentAt } from './zone'

const minuteMs = 60_000

/** A span of time in epoch milliseconds. */
type Span = readonly [from: number, to: number]

/** Milliseconds that two spans have in common. */
const overlapMs = (a: Span, b: Span) => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]))

/** The spans in which a session trades: one, or two around the midday break; a half day ends before it. */
function tradingSpans(mic: Mic, session: TradingDate): Span[] {
  const [open, close] = [sessionOpen(mic, session).getTime(), sessionClose(mic, session).getTime()]
  const { lunch, timeZone } = exchangeOf(mic)
  if (lunch === null) return [[open, close]]
  const [from, to] = [momentAt(session, lunch[0], timeZone).getTime(), momentAt(session, lunch[1], timeZone).getTime()]
  const spans: Span[] = [
    [open, Math.min(from, close)],
    [Math.max(to, open), close],
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
    return spans.reduce((sum, span) => sum + overlapMs(span, [from.getTime(), to.getTime()]), 0) / minuteMs
  } catch (error) {
    if (error instanceof CalendarUnknownError) return null
    throw error
  }
}
