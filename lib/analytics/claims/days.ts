import { daysBetween } from '@/lib/market/date'
import type { Period } from '@/lib/market/period'

/** Days from something in one span to something in another: fewest and most, negative when the second can have come first. */
export interface DaysApart {
  readonly low: number
  readonly high: number
}

/** Days from a day in `from` to a day in `to`. One day each gives one number twice. */
export function daysApart(from: Period, to: Period): DaysApart {
  return { low: daysBetween(from.end, to.start), high: daysBetween(from.start, to.end) }
}

/** Whether it came afterwards and within so many days: surely, surely not, or as the unknown day falls. */
export function daysVerdict(
  { low, high }: DaysApart,
  atMost: number,
): 'holds' | 'does-not-hold' | 'depends-on-the-dates' {
  if (low >= 0 && high <= atMost) return 'holds'
  return low > atMost || high < 0 ? 'does-not-hold' : 'depends-on-the-dates'
}
