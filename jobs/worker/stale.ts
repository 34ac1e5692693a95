import type { RefreshEnvironment } from '@/lib/ingest/sources'
import { seriesAge } from '@/lib/market/age'
import { isMic } from '@/lib/market/exchange'
import { seriesStatus } from '@/lib/store/bar/status'
import { listListings } from '@/lib/store/listing/list'
import { listRuns } from '@/lib/store/run/list'

const dayMs = 86_400_000

/** Symbols of the listings whose last settled session is behind what is due; without a calendar there is no verdict and none of them. */
export async function symbolsBehind({ store, sources, clock }: RefreshEnvironment): Promise<string[]> {
  const last = new Map((await seriesStatus(store.sql)).map((row) => [row.symbol, row.lastSettledSession]))
  const now = clock()
  return (await listListings(store.sql)).flatMap(({ symbol, mic, status }) => {
    if (!isMic(mic) || status === 'delisted') return []
    const delayMinutes = Math.max(0, ...sources.barFeedsFor(mic).map((feed) => feed.delayMinutes))
    const age = seriesAge({ mic, lastSession: last.get(symbol) ?? null, now, delayMinutes })
    return age.state === 'behind' ? [symbol] : []
  })
}

/** Whether the last run of a daily job that was not broken off began more than a day ago, or there was none: its slot has been missed. */
export async function dailyRunMissed({ store, clock }: RefreshEnvironment, job: 'revenue' | 'fx'): Promise<boolean> {
  const runs = await listRuns(store, { job, limit: 10 })
  const last = runs.find(({ outcome }) => outcome !== 'abandoned')
  return last === undefined || clock().getTime() - last.startedAt.getTime() > dayMs
}
