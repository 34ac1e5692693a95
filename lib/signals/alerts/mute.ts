import { addDays, weekday } from '@/lib/market/date'
import { exchangeOf, isMic } from '@/lib/market/exchange'
import { CalendarUnknownError, nextSession, sessionOf, sessionOnOrAfter, sessionOpen } from '@/lib/market/sessions'
import { localDate, momentAt } from '@/lib/market/zone'
import type { AlertOptions, MuteWindow } from '@/lib/store/alert/schema'

/** The end of the window if it covers `now`, else null. A window whose end is not after its start runs over midnight; its days are those on which it begins. */
function endOf({ from, to, timeZone, days }: MuteWindow, now: Date): Date | null {
  const today = localDate(now, timeZone)
  // One that began yesterday may still run.
  for (const begun of [today, addDays(today, -1)]) {
    if (days.length > 0 && !days.includes(weekday(begun))) continue
    const start = momentAt(begun, from, timeZone)
    const end = momentAt(to > from ? begun : addDays(begun, 1), to, timeZone)
    if (start <= now && now < end) return end
  }
  return null
}

/** When the exchange opens next, if it is between two sessions; null within one, and where its calendar is not known. */
function nextOpening(mic: string, now: Date): Date | null {
  if (!isMic(mic)) return null
  try {
    if (sessionOf(mic, now) !== null) return null
    const today = localDate(now, exchangeOf(mic).timeZone)
    const opening = sessionOpen(mic, sessionOnOrAfter(mic, today))
    return opening > now ? opening : sessionOpen(mic, nextSession(mic, today))
  } catch (error) {
    if (error instanceof CalendarUnknownError) return null
    throw error
  }
}

/**
 * Until when nothing is to be said at `now`: the end of the mute windows it lies in, or the next opening of the listing's exchange (`mic`) where only sessions are wanted. Null
 * when it may be said. What is muted is held back, not lost.
 */
export function mutedUntil(
  { mute, sessionsOnly }: Pick<AlertOptions, 'mute' | 'sessionsOnly'>,
  mic: string | null,
  now: Date,
): Date | null {
  const ends = mute.flatMap((window) => endOf(window, now) ?? [])
  const opening = sessionsOnly && mic !== null ? nextOpening(mic, now) : null
  const all = [...ends, ...(opening === null ? [] : [opening])]
  return all.length === 0 ? null : new Date(Math.max(...all.map((end) => end.getTime())))
}
