import { isTradingDate } from '@/lib/market/date'
import { precisionOf } from '@/lib/market/eventTime'
import { wrongParameter } from '../problem/problem'

/** The moment that `asOf` of a URL means: a UTC moment itself, a date its end in UTC; null for anything else. */
export function asOfMoment(text: string): Date | null {
  if (isTradingDate(text)) return new Date(`${text}T23:59:59.999Z`)
  return precisionOf(text) === 'minute' ? new Date(text) : null
}

/** The moment to look from: `asOf` when it is asked for, else `now`. Throws the problem that names `asOf` when that moment has not come. */
export function lookedAt(asOf: Date | undefined, now: Date): Date {
  // The day that is under way is looked at as far as it has come.
  const sameDay = asOf && asOf.toISOString().slice(0, 10) === now.toISOString().slice(0, 10)
  if (asOf && asOf > now && !sameDay) throw wrongParameter('asOf', 'expected a moment that has come')
  return asOf && asOf < now ? asOf : now
}
