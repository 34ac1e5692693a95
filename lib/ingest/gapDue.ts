import { exchangeOf, isMic } from '@/lib/market/exchange'
import { lastDueSession, sessionsBetween } from '@/lib/market/sessions'
import { localDate } from '@/lib/market/zone'

/** The sessions a listing should have bars of. */
export interface DueSessions {
  /** Ascending, as far as the calendar speaks. */
  readonly sessions: readonly string[]
  /** The newest session due; null when the calendar does not say: it has ended, or has not begun, or there is none. */
  readonly lastDue: string | null
  /** Whether the calendar speaks of every date from `trackedFrom` to now; without that there is no verdict on the whole. */
  readonly known: boolean
}

const nothingKnown: DueSessions = { sessions: [], lastDue: null, known: false }

/**
 * The sessions from a listing's `trackedFrom` to the last one whose close lies `delayMinutes` (of its first feed) before `now`, or to its
 * delisting. Dates the calendar does not know are left out and make `known` false; nothing is thrown for them. Pure.
 */
export function dueSessions(
  listing: { readonly mic: string; readonly trackedFrom: string; readonly delistedOn: string | null },
  delayMinutes: number,
  now: Date,
): DueSessions {
  const { mic, trackedFrom, delistedOn } = listing
  if (!isMic(mic)) return nothingKnown
  const { knownFrom, knownUntil, timeZone } = exchangeOf(mic)
  const limit = localDate(new Date(now.getTime() - delayMinutes * 60_000), timeZone)
  // On the first known days nothing may be due yet: the last session before them is not known.
  const firstSession = sessionsBetween(mic, knownFrom, knownUntil)[0]
  if (firstSession === undefined || limit <= firstSession) return nothingKnown
  const begun = [trackedFrom, knownFrom].sort().at(-1) ?? knownFrom
  const ended = limit > knownUntil
  const newest = ended ? knownUntil : lastDueSession(mic, now, delayMinutes)
  const last = delistedOn !== null && delistedOn < newest ? delistedOn : newest
  const sessions = begun <= last ? sessionsBetween(mic, begun, last) : []
  return { sessions, lastDue: ended ? null : last, known: !ended && trackedFrom >= knownFrom }
}
