import { feedInfo } from '@/lib/feeds/registry'

/** What the footer says of a feed. */
export interface FeedTerms {
  readonly id: string
  readonly name: string
  readonly nameZh: string
  readonly terms: string
  readonly termsZh: string
}

/** Name and terms of every feed the figures can come from. */
export function feedTerms(): FeedTerms[] {
  return feedInfo.map(({ id, name, nameZh, terms, termsZh }) => ({ id, name, nameZh, terms, termsZh }))
}
