import { carDifference, type Difference } from '@/lib/analytics/eventStudy/difference'
import { fitModel, residualsOf } from '@/lib/analytics/eventStudy/model'
import { isRefusal, type Refusal } from '@/lib/analytics/refusal'
import { indexAtOrAfter, indexBefore } from '@/lib/market/dateIndex'
import type { Headline } from './headline'
import { headlineSettings } from './settings'

/** How sessions of one exchange are paired with another's: as the two days 0 of the event lie to each other. */
export const pairings = ['same-date', 'session-before', 'session-after'] as const
export type Pairing = (typeof pairings)[number]

/** The headline CAR of a listing less that of another, each from its own day 0. */
export interface EventDifference {
  readonly against: string
  readonly pairing: Pairing
  readonly result: Difference | Refusal
}

/** The partner of `session` among ascending `sessions`; -1 for none. */
function partner(sessions: readonly string[], session: string, pairing: Pairing): number {
  if (pairing === 'session-before') return indexBefore(sessions, session)
  const at = indexAtOrAfter(sessions, session)
  if (pairing === 'same-date') return sessions[at] === session ? at : -1
  const after = sessions[at] === session ? at + 1 : at
  return after < sessions.length ? after : -1
}

/**
 * Two headlines of one event set against each other. Residuals are paired as the days 0 are: on equal dates, or a session with the other exchange's last one before
 * (Shanghai reacts on the day after New York), or with its first one after. Null where a headline has no test.
 */
export function headlineDifference(one: Headline, other: Headline): EventDifference | null {
  if (!one.test || !other.test || !one.cut || !other.cut) return null
  const [zero, otherZero] = [one.test.session[0] ?? '', other.test.session[0] ?? '']
  const pairing = zero === otherZero ? 'same-date' : zero > otherZero ? 'session-before' : 'session-after'
  const windows = [one.cut.estimation, other.cut.estimation] as const
  const fits = windows.map(({ firm, market }) => fitModel(headlineSettings.model, firm, market))
  const [a, b] = fits
  if (a === undefined || b === undefined || isRefusal(a) || isRefusal(b)) return null
  const residuals = [
    residualsOf(a, windows[0].firm, windows[0].market),
    residualsOf(b, windows[1].firm, windows[1].market),
  ]
  const pairs = windows[0].session.flatMap((session, i) => {
    const at = partner(windows[1].session, session, pairing)
    return at < 0 ? [] : [[residuals[0]?.[i] ?? 0, residuals[1]?.[at] ?? 0] as const]
  })
  const columns = { a: Float64Array.from(pairs, ([x]) => x), b: Float64Array.from(pairs, ([, y]) => y) }
  return { against: other.subject.listing.symbol, pairing, result: carDifference(one.test, other.test, columns) }
}
