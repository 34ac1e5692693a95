import type { RefreshEnvironment } from '@/lib/ingest/sources'
import { seriesAge } from '@/lib/market/age'
import { isMic, type Mic } from '@/lib/market/exchange'
import { seriesStatus } from '@/lib/store/bar/status'
import { listListings } from '@/lib/store/listing/list'
import { begunSince } from '@/lib/store/run/since'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** A listing whose last settled session is behind what is due. */
export interface BehindListing {
  readonly symbol: string
  readonly mic: Mic
}

/** The listings that are behind; without a calendar there is no verdict and none of them. */
export async function listingsBehind({ store, sources, clock }: RefreshEnvironment): Promise<BehindListing[]> {
  const last = new Map((await seriesStatus(store.sql)).map((row) => [row.symbol, row.lastSettledSession]))
  const now = clock()
  return (await listListings(store.sql)).flatMap(({ symbol, mic, status }) => {
    if (!isMic(mic) || status === 'delisted') return []
    const delayMinutes = Math.max(0, ...sources.barFeedsFor(mic).map((feed) => feed.delayMinutes))
    const age = seriesAge({ mic, lastSession: last.get(symbol) ?? null, now, delayMinutes })
    return age.state === 'behind' ? [{ symbol, mic }] : []
  })
}

/** Whether no run of a job was begun lately: in the last day, of bars (several slots a day) in the last hour. Runs that were broken off do not count. */
export async function notRunLately(
  { store, clock }: RefreshEnvironment,
  job: 'bars' | 'revenue' | 'fx',
): Promise<boolean> {
  const since = new Date(clock().getTime() - (job === 'bars' ? hourMs : dayMs))
  return !(await begunSince(store.sql, { job, since }))
}
