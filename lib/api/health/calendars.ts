import { calendarWarning } from '@/lib/market/age'
import { exchangeOf, mics } from '@/lib/market/exchange'
import type { ReadinessView } from './schema'

/** The exchanges whose calendar ends within 60 days of `now`, or has ended, each with a sentence that says what follows. */
export function calendarWarnings(now: Date): ReadinessView['warnings'] {
  return mics.flatMap((mic) => {
    const warning = calendarWarning(mic, now)
    if (warning === null) return []
    const { name } = exchangeOf(mic)
    const { knownUntil, daysLeft } = warning
    const left = daysLeft < 0 ? `${-daysLeft} days ago` : `in ${daysLeft} days`
    const detail = `The calendar of ${name} ends on ${knownUntil}, ${left}; beyond it there is no verdict about gaps`
    return [{ mic, exchange: name, knownUntil, daysLeft, detail }]
  })
}
