import { feedInfo } from '@/lib/feeds/registry'
import type { Store } from '@/lib/store/connection/store'
import { type FeedStatus, feedStatus } from '@/lib/store/feed/status'
import { feedName } from '../source/feedName'
import type { FeedsView, FeedView } from './schema'

export type { FeedsView, FeedView } from './schema'

function viewOf(id: string, status: FeedStatus | undefined): FeedView {
  const info = feedInfo.find((feed) => feed.id === id)
  const failuresInARow = status?.failuresInARow ?? 0
  return {
    id,
    name: feedName(id),
    terms: info?.terms ?? '',
    originSetting: info?.originSetting ?? null,
    state: status === undefined ? 'never' : failuresInARow > 0 ? 'failing' : 'ok',
    lastAttemptAt: status?.lastAttemptAt.toISOString() ?? null,
    lastSuccessAt: status?.lastSuccessAt?.toISOString() ?? null,
    lastErrorClass: status?.lastErrorClass ?? null,
    lastError: status?.lastError ?? null,
    failuresInARow,
    attemptsLastDay: status?.attemptsLastDay ?? 0,
    breaker: status?.breaker === 'half_open' ? 'half-open' : (status?.breaker ?? 'closed'),
    openUntil: status?.openUntil?.toISOString() ?? null,
    notBefore: status?.notBefore?.toISOString() ?? null,
  }
}

/** Every feed there is, asked or not, then those that are gone but were asked; `attemptsLastDay` counts the 24 hours before `now`. */
export async function feedsView({ sql }: Store, now: Date): Promise<FeedsView> {
  const byFeed = new Map((await feedStatus(sql, now)).map((status) => [status.feed, status]))
  const ids = new Set([...feedInfo.map(({ id }) => id as string), ...byFeed.keys()])
  return { items: [...ids].map((id) => viewOf(id, byFeed.get(id))) }
}
