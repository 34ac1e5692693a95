import { isMic } from '@/lib/market/exchange'
import { type Listing, listListings } from '@/lib/store/listing/list'
import { listTopics } from '@/lib/store/topic/list'
import type { RefreshEnvironment, RevenueSource } from './sources'

/** A company whose revenue a feed has: the topic the figures belong to, and the feed's key. */
export interface RevenueSubject {
  readonly topic: string
  readonly listing: Listing
  readonly feed: RevenueSource
  readonly key: string
}

/** The companies among the topics whose listing has a symbol at a revenue feed of its exchange, in display order; the first such listing of each counts. */
export async function revenueSubjects(
  env: Pick<RefreshEnvironment, 'store' | 'sources'>,
  only: { readonly symbol?: string; readonly feed?: string } = {},
): Promise<RevenueSubject[]> {
  const companies = new Set(
    (await listTopics(env.store)).filter(({ kind }) => kind === 'company').map(({ slug }) => slug),
  )
  const subjects = new Map<string, RevenueSubject>()
  for (const listing of await listListings(env.store.sql, only.symbol)) {
    if (!isMic(listing.mic)) continue
    const feed = env.sources.revenueFeedsFor(listing.mic).find(({ id }) => listing.feedSymbols[id] !== undefined)
    const key = feed && listing.feedSymbols[feed.id]
    if (!feed || key === undefined || (only.feed !== undefined && feed.id !== only.feed)) continue
    const topic = listing.topics.find((slug) => companies.has(slug))
    if (topic !== undefined && !subjects.has(topic)) subjects.set(topic, { topic, listing, feed, key })
  }
  return [...subjects.values()]
}
