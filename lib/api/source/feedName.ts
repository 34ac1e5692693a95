import { feedInfo } from '@/lib/feeds/registry'
import { editedFeed, importFeed } from '@/lib/ingest/ownSources'

/** What the seed writes where a feed's id stands. */
export const bundledFeed = 'bundled'

/** What is no feed and still brings figures. */
const otherSources: Readonly<Record<string, { readonly name: string; readonly nameZh: string }>> = {
  [bundledFeed]: { name: 'Bundled figures', nameZh: '随软件附带的数据' },
  [importFeed]: { name: 'Imported file', nameZh: '导入的文件' },
  [editedFeed]: { name: 'Corrected by hand', nameZh: '人工更正' },
}

const sourceOfId = (id: string) => otherSources[id] ?? feedInfo.find((feed) => feed.id === id)

/** The display name of a feed's id. A feed that is gone from the registry goes by its id. */
export function feedName(id: string): string {
  return sourceOfId(id)?.name ?? id
}

/** The same in Chinese. */
export function feedNameZh(id: string): string {
  return sourceOfId(id)?.nameZh ?? id
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
