import { CalendarUnknownError } from './calendarUnknown'
import { exchangeOf, type Mic } from './exchange'
import { isOpen, isSession, sessionClose, sessionOpen } from './sessions'
import { localDate } from './zone'

/** What an exchange does by its own clock: before the open of a session, trading, in its midday break, or neither; `unknown` beyond its calendar. */
export const marketStates = ['pre', 'open', 'lunch', 'closed', 'unknown'] as const
export type MarketState = (typeof marketStates)[number]

/** The state of an exchange at a moment. From midnight on the exchange's clock to the open a session day is `pre`; half days close at noon and have no break. */
export function marketState(mic: Mic, now: Date): MarketState {
  try {
    const date = localDate(now, exchangeOf(mic).timeZone)
    if (!isSession(mic, date)) return 'closed'
    if (now < sessionOpen(mic, date)) return 'pre'
    if (now >= sessionClose(mic, date)) return 'closed'
    return isOpen(mic, now) ? 'open' : 'lunch'
  } catch (error) {
    if (error instanceof CalendarUnknownError) return 'unknown'
    throw error
  }
}
