import type { BarsPlan } from './planBars'

/** Which sessions of an answer are written. */
export interface GapFillRange {
  /** First session that is refreshed whatever is stored; null when only gaps are filled. */
  readonly refreshedFrom: string | null
  /** Sessions with a settled bar. */
  readonly settled: ReadonlySet<string>
}

/**
 * A plan of a range that was asked for to fill gaps: settled bars before `refreshedFrom` stay as they are, and rows on their sessions are not held back. So a request that
 * reaches back for one lost session corrects no others, and a second feed does not write over the first. Pure.
 */
export function fillingGaps(plan: BarsPlan, { refreshedFrom, settled }: GapFillRange): BarsPlan {
  const wanted = (session: string) => (refreshedFrom !== null && session >= refreshedFrom) || !settled.has(session)
  return {
    ...plan,
    bars: plan.bars.filter(({ session }) => wanted(session)),
    held: plan.held.filter(({ entity, key }) => entity !== 'bar' || wanted(key)),
  }
}
