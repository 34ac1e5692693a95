import type { PriceSeriesView, SessionState } from '@/lib/api/series/view'

/** Sessions in a row that stand alike. */
export interface TrackerRun {
  readonly state: SessionState
  /** Index of its first session. */
  readonly start: number
  readonly count: number
  readonly first: string
  readonly last: string
}

/** The sessions of a tracker, ascending, as runs of one state. */
export function trackerRuns({ session, state }: PriceSeriesView['recent']): TrackerRun[] {
  const runs: TrackerRun[] = []
  for (const [at, date] of session.entries()) {
    const [own, run] = [state[at], runs.at(-1)]
    if (own === undefined) continue
    if (run?.state === own) runs[runs.length - 1] = { ...run, count: run.count + 1, last: date }
    else runs.push({ state: own, start: at, count: 1, first: date, last: date })
  }
  return runs
}
