import type { Store } from '@/lib/store/connection/store'
import { listRuns, type StoredRun } from '@/lib/store/run/list'
import { feedName } from '../source/feedName'
import type { RunsView, RunView } from './schema'

export type { RunsView, RunView } from './schema'

/** A run as it is told. */
export function runView({ startedAt, finishedAt, attempts, ...run }: StoredRun): RunView {
  return {
    ...run,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    failures: attempts.filter(({ outcome }) => outcome === 'failed').length,
    attempts: attempts.map((attempt) => ({
      ...attempt,
      feedName: feedName(attempt.feed),
      startedAt: attempt.startedAt.toISOString(),
    })),
  }
}

/** The newest refreshes first, at most `limit` (1 to 200, 50 when not given). */
export async function runsView(store: Store, { limit }: { readonly limit?: number } = {}): Promise<RunsView> {
  return { items: (await listRuns(store, { limit })).map(runView) }
}
