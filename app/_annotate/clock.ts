import { isTradingDate } from '@/lib/market/date'
import { exchangeOf, isMic, type Mic, mics } from '@/lib/market/exchange'
import { localDate, localTime, momentAt } from '@/lib/market/zone'

/** A clock that a minute may be told on: an exchange's, or UTC's. */
export type Clock = Mic | 'UTC'

/** The IANA time zone of a clock. */
export function zoneOf(clock: Clock): string {
  return clock === 'UTC' ? 'UTC' : exchangeOf(clock).timeZone
}

/** One clock for each time zone of the exchanges, those named first in front, UTC last. */
export function clocks(first: readonly string[]): Clock[] {
  const all = [...first.filter(isMic), ...mics]
  const seen = new Set<string>()
  const own = all.filter((mic) => {
    const zone = zoneOf(mic)
    if (seen.has(zone)) return false
    seen.add(zone)
    return true
  })
  return [...own, 'UTC']
}

/** The minute that a clock shows as `date` and `time` (`HH:MM`), in UTC as it is stored: `2025-08-27T20:22:00Z`; null for no date or time. */
export function minuteOf(date: string, time: string, clock: Clock): string | null {
  if (!isTradingDate(date) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null
  return `${momentAt(date, time, zoneOf(clock)).toISOString().slice(0, 19)}Z`
}

/** What a clock shows at a stored minute. */
export function shownAt(minute: string, clock: Clock): { readonly date: string; readonly time: string } {
  const moment = new Date(minute.replace(/T(\d{2}:\d{2})Z$/, 'T$1:00Z'))
  return { date: localDate(moment, zoneOf(clock)), time: localTime(moment, zoneOf(clock)) }
}
