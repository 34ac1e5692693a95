import { indexAtOrAfter, indexBefore } from '@/lib/market/dateIndex'

/** How sessions of one exchange are paired with another's: as the two days 0 of an event lie to each other. */
export const pairings = ['same-date', 'session-before', 'session-after'] as const
export type Pairing = (typeof pairings)[number]

/** The pairing under which two days 0 belong together: Shanghai reacts on the day after New York, so its session goes with New York's last one before. */
export function pairingOf(dayZero: string, other: string): Pairing {
  if (dayZero === other) return 'same-date'
  return dayZero > other ? 'session-before' : 'session-after'
}

function partner(sessions: readonly string[], session: string, pairing: Pairing): number {
  if (pairing === 'session-before') return indexBefore(sessions, session)
  const at = indexAtOrAfter(sessions, session)
  if (pairing === 'same-date') return sessions[at] === session ? at : -1
  const after = sessions[at] === session ? at + 1 : at
  return after < sessions.length ? after : -1
}

/** Values by session, ascending. */
export interface Dated {
  readonly session: readonly string[]
  readonly value: Float64Array
}

/** The values of two columns on paired sessions, as columns of one length; sessions without a partner are left out. */
export function pairedValues(a: Dated, b: Dated, pairing: Pairing): { a: Float64Array; b: Float64Array } {
  const left: number[] = []
  const right: number[] = []
  for (const [i, session] of a.session.entries()) {
    const at = partner(b.session, session, pairing)
    const [x, y] = [a.value[i], b.value[at]]
    if (x === undefined || y === undefined) continue
    left.push(x)
    right.push(y)
  }
  return { a: Float64Array.from(left), b: Float64Array.from(right) }
}
