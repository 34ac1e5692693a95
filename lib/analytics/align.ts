/** Positions of the sessions that two listings share. */
export interface Alignment {
  readonly session: string[]
  /** Index of each shared session in the first and in the second column. */
  readonly first: number[]
  readonly second: number[]
}

/** Throws a RangeError that names the first session which does not come after the one before it. */
export function assertAscending(sessions: readonly string[]): void {
  const wrong = sessions.findIndex((session, i) => i > 0 && (sessions[i - 1] ?? '') >= session)
  if (wrong > 0) throw new RangeError(`session ${sessions[wrong]} follows ${sessions[wrong - 1]}: not ascending`)
}

/**
 * Joins two ascending columns of sessions on equal dates, before any return is computed: a return then spans the same time on both sides. Throws a
 * RangeError for columns out of order.
 */
export function alignSessions(first: readonly string[], second: readonly string[]): Alignment {
  assertAscending(first)
  assertAscending(second)
  const out: Alignment = { session: [], first: [], second: [] }
  let j = 0
  for (const [i, session] of first.entries()) {
    while (j < second.length && (second[j] ?? '') < session) j++
    if (second[j] !== session) continue
    out.session.push(session)
    out.first.push(i)
    out.second.push(j)
  }
  return out
}
