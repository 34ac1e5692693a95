import { barFeedsFor } from '@/lib/feeds/registry'
import { exchangeOf, isMic, type Mic } from '@/lib/market/exchange'
import { CalendarUnknownError, lastDueSession, sessionClose } from '@/lib/market/sessions'
import type { Store } from '@/lib/store/connection/store'
import { lastBarsSuccess } from '@/lib/store/run/figures'
import { readSeededAt } from '@/lib/store/seed/state'

/** An exchange whose prices no refresh has brought for a whole session. Moments in UTC. */
export interface RefreshAlarm {
  readonly mic: Mic
  readonly exchange: string
  readonly exchangeZh: string
  /** The newest session that should be there. */
  readonly session: string
  /** From when it should have been. */
  readonly dueAt: Date
  /** When a feed last brought prices of the exchange; null when none ever did. */
  readonly lastSuccessAt: Date | null
}

/** Minutes that a due session may take: the slot of its exchange begins five after the slowest feed's delay, and its feeds may be asked more than once. */
const graceMinutes = 45
const minuteMs = 60_000

/** The newest session that should have been brought at `now`, and from when; null where the calendar does not say. */
function wantedSession(mic: Mic, now: Date): { session: string; closedAt: Date; dueAt: Date } | null {
  const minutes = Math.max(0, ...barFeedsFor(mic).map(({ delayMinutes }) => delayMinutes)) + graceMinutes
  try {
    const session = lastDueSession(mic, now, minutes)
    const closedAt = sessionClose(mic, session)
    return { session, closedAt, dueAt: new Date(closedAt.getTime() + minutes * minuteMs) }
  } catch (error) {
    if (error instanceof CalendarUnknownError) return null
    throw error
  }
}

/**
 * The exchanges for which no refresh of prices has succeeded since their last due session closed. A database that was seeded after that session was due has
 * missed nothing yet. Whether refreshing is on at all is the caller's to know.
 */
export async function refreshAlarms({ sql }: Pick<Store, 'sql'>, now: Date): Promise<RefreshAlarm[]> {
  const [exchanges, seededAt] = await Promise.all([lastBarsSuccess(sql), readSeededAt(sql)])
  return exchanges.flatMap(({ mic, lastSuccessAt }) => {
    const wanted = isMic(mic) ? wantedSession(mic, now) : null
    if (!isMic(mic) || wanted === null) return []
    const { session, closedAt, dueAt } = wanted
    if ((lastSuccessAt !== null && lastSuccessAt >= closedAt) || (seededAt !== null && seededAt > dueAt)) return []
    const { name, nameZh } = exchangeOf(mic)
    return [{ mic, exchange: name, exchangeZh: nameZh, session, dueAt, lastSuccessAt }]
  })
}
