import { feedInfo } from '@/lib/feeds/registry'

/** What the seed writes where a feed's id stands. */
export const bundledFeed = 'bundled'

/** The display name of a feed's id. A feed that is gone from the registry goes by its id. */
export function feedName(id: string): string {
  return id === bundledFeed ? 'Bundled figures' : (feedInfo.find((feed) => feed.id === id)?.name ?? id)
}

/** The same in Chinese. */
export function feedNameZh(id: string): string {
  return id === bundledFeed ? '随软件附带的数据' : (feedInfo.find((feed) => feed.id === id)?.nameZh ?? id)
}

/** A figure's source. */
export interface SourceView {
  readonly feed: string
  readonly name: string
  /** Shipped in the box, not yet brought by a feed. */
  readonly bundled: boolean
}

/** The source behind a feed's id. */
export function sourceView(feed: string): SourceView {
  return { feed, name: feedName(feed), bundled: feed === bundledFeed }
}

/** The same, null for no feed. */
export function sourceOf(feed: string | null): SourceView | null {
  return feed === null ? null : sourceView(feed)
}
