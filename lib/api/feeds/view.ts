import type { FeedBucket } from '@/lib/feeds/policy'
import { feedIdsFor, feedInfo, ratesFeed } from '@/lib/feeds/registry'
import { refill } from '@/lib/ingest/limitBucket'
import { mics } from '@/lib/market/exchange'
import type { Store } from '@/lib/store/connection/store'
import { type FeedFailure, recentFailures } from '@/lib/store/feed/failures'
import { type FeedStatus, feedStatus } from '@/lib/store/feed/status'
import { feedName, feedNameZh } from '../source/feedName'
import type { FeedsView, FeedView } from './schema'

export type { FeedsView, FeedView } from './schema'

function bucketOf(bucket: FeedBucket | undefined, status: FeedStatus | undefined, now: Date): FeedView['bucket'] {
  if (bucket === undefined) return null
  const { tokens, tokensAt } = status ?? {}
  const left = tokens != null && tokensAt != null ? refill({ tokens, tokensAt }, bucket, now).tokens : bucket.capacity
  return { ...bucket, left: Number(left.toFixed(2)) }
}

const kinds = ['bars', 'actions', 'revenue'] as const

/** What a feed is asked for, and its place among those that serve it. */
function servesOf(id: string): FeedView['serves'] {
  const all = [
    ...kinds.flatMap((kind) => mics.map((mic) => ({ kind, mic, ids: feedIdsFor(kind, mic) }))),
    { kind: 'fx' as const, mic: null, ids: [ratesFeed.id] },
  ]
  return all.flatMap(({ kind, mic, ids }) => {
    const at = (ids as readonly string[]).indexOf(id)
    return at < 0 ? [] : [{ kind, mic, place: at + 1, of: ids.length }]
  })
}

function viewOf(id: string, status: FeedStatus | undefined, errors: readonly FeedFailure[], now: Date): FeedView {
  const info = feedInfo.find((feed) => feed.id === id)
  const failuresInARow = status?.failuresInARow ?? 0
  return {
    id,
    name: feedName(id),
    nameZh: feedNameZh(id),
    terms: info?.terms ?? '',
    termsZh: info?.termsZh ?? '',
    originSetting: info?.originSetting ?? null,
    state: status === undefined ? 'never' : failuresInARow > 0 ? 'failing' : 'ok',
    lastAttemptAt: status?.lastAttemptAt.toISOString() ?? null,
    lastSuccessAt: status?.lastSuccessAt?.toISOString() ?? null,
    lastErrorClass: status?.lastErrorClass ?? null,
    lastError: status?.lastError ?? null,
    recentErrors: errors.map(({ at, subject, errorClass, error }) => ({
      at: at.toISOString(),
      subject,
      errorClass,
      error,
    })),
    serves: servesOf(id),
    failuresInARow,
    attemptsLastDay: status?.attemptsLastDay ?? 0,
    breaker: status?.breaker === 'half_open' ? 'half-open' : (status?.breaker ?? 'closed'),
    openUntil: status?.openUntil?.toISOString() ?? null,
    bucket: bucketOf(info?.bucket, status, now),
    notBefore: status?.notBefore?.toISOString() ?? null,
  }
}

/** Every feed there is, asked or not, then those that are gone but were asked; `attemptsLastDay` counts the 24 hours before `now`. */
export async function feedsView({ sql }: Store, now: Date): Promise<FeedsView> {
  const [statuses, failures] = await Promise.all([feedStatus(sql, now), recentFailures(sql)])
  const byFeed = new Map(statuses.map((status) => [status.feed, status]))
  const ids = new Set([...feedInfo.map(({ id }) => id as string), ...byFeed.keys()])
  return {
    items: [...ids].map((id) =>
      viewOf(
        id,
        byFeed.get(id),
        failures.filter(({ feed }) => feed === id),
        now,
      ),
    ),
  }
}
