import { feedInfo } from '@/lib/feeds/registry'

/** What the footer says of a feed. */
export interface FeedTerms {
  readonly id: string
  readonly name: string
  readonly terms: string
}

/** Name and terms of every feed the figures can come from. */
export function feedTerms(): FeedTerms[] {
  return feedInfo.map(({ id, name, terms }) => ({ id, name, terms }))
}
