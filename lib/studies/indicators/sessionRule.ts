import { type Alignment, alignSessions } from '@/lib/analytics/align'
import { pairWithSessionBefore, pairWithSessionUpTo } from '@/lib/analytics/lag'
import { exchangeOf, isMic, type Mic } from '@/lib/market/exchange'
import { momentAt } from '@/lib/market/zone'

/**
 * Which session of another listing stands beside an own one. `same-date`: their exchanges trade at the same time. Where one has closed before the other
 * opens it is the last one that had closed before the own session opened: `session-before` (Shanghai beside New York's last earlier date), `session-up-to`
 * (New York beside Shanghai's own date, or the last one before).
 */
export const sessionRules = ['same-date', 'session-before', 'session-up-to'] as const
export type SessionRule = (typeof sessionRules)[number]

// The hours of our exchanges lie hours apart or over one another all year: any date tells which.
const someDate = '2025-01-02'

function hours(mic: Mic): { open: Date; close: Date } {
  const { open, close, timeZone } = exchangeOf(mic)
  return { open: momentAt(someDate, open, timeZone), close: momentAt(someDate, close, timeZone) }
}

/** The rule for a listing of exchange `own` beside one of `other`; an exchange we have no hours of goes by date. */
export function sessionRuleOf(own: string, other: string): SessionRule {
  if (!isMic(own) || !isMic(other)) return 'same-date'
  const [mine, theirs] = [hours(own), hours(other)]
  if (theirs.close <= mine.open) return 'session-up-to'
  return mine.close <= theirs.open ? 'session-before' : 'same-date'
}

const joins: Readonly<Record<SessionRule, (own: readonly string[], other: readonly string[]) => Alignment>> = {
  'same-date': alignSessions,
  'session-before': pairWithSessionBefore,
  'session-up-to': pairWithSessionUpTo,
}

/** Own sessions with the other's that stands beside each, by a rule; every session is used once. Throws a RangeError for columns out of order. */
export function joinSessions(own: readonly string[], other: readonly string[], rule: SessionRule): Alignment {
  return joins[rule](own, other)
}
