import type { Placebo } from '@/lib/analytics/eventStudy/placebo'
import { level } from './settings'

/** What a study says of an event and a listing. */
export const eventVerdicts = ['moved', 'no-detectable-move', 'cannot-be-decided'] as const
export type EventVerdict = (typeof eventVerdicts)[number]

/**
 * The verdict of a headline test, in this one place. *moved*: p and placebo p are both under 5 %, each after Holm over the listings of the event. *cannot be
 * decided*: there is no test (`null`), or the test says moved while the placebo days are too few to say so at all. *no detectable move*: all else;
 * it stands beside the smallest move that could have been seen.
 */
export function eventVerdict(
  test: { readonly pHolm: number; readonly placeboHolm: number; readonly placebo: Pick<Placebo, 'p' | 'floor'> } | null,
): EventVerdict {
  if (test === null) return 'cannot-be-decided'
  if (test.pHolm >= level) return 'no-detectable-move'
  if (test.placeboHolm < level) return 'moved'
  return test.placebo.p <= test.placebo.floor ? 'cannot-be-decided' : 'no-detectable-move'
}
