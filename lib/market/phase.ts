import { exchangeOf, type Mic } from './exchange'
import { isSession, sessionClose, sessionOpen } from './sessions'
import { localDate } from './zone'

/** Where a moment lies in the exchange's own day. The midday break counts as intraday. */
export type MarketPhase = 'pre-open' | 'intraday' | 'after-close' | 'closed-day'

/**
 * The phase of the exchange's day at a moment: [.., open), [open, close), [close, ..), or a day without a session.
 * Throws CalendarUnknownError outside the known range.
 */
export function marketPhase(mic: Mic, moment: Date): MarketPhase {
  const date = localDate(moment, exchangeOf(mic).timeZone)
  if (!isSession(mic, date)) return 'closed-day'
  if (moment < sessionOpen(mic, date)) return 'pre-open'
  return moment < sessionClose(mic, date) ? 'intraday' : 'after-close'
}
