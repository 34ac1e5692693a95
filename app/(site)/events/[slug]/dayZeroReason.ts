import type { EventView } from '@/lib/api/events/view'

type Zero = EventView['dayZero'][number]

/** Why day 0 is the session it is; null where the view's own note says it: no day 0, or an hour that is not known. */
export function dayZeroReason(
  { precision, phase, listings }: Pick<EventView, 'precision' | 'phase' | 'listings'>,
  { note, mic }: Pick<Zero, 'note' | 'mic'>,
): 'minute' | 'pre' | 'intraday' | 'after' | 'other' | null {
  if (note !== null || precision === 'month') return null
  if (precision === 'minute') return 'minute'
  // A day's phase is told at the exchange of the first listing.
  if (phase === 'unknown' || listings[0] === undefined) return null
  return mic === listings[0].mic ? phase : 'other'
}
