import type { Listing } from '@/lib/store/listing/list'
import type { Topic } from '@/lib/store/topic/list'
import type { ListingValuation, ListingValuations } from '@/lib/studies/valuation'
import { bundledFeed, feedName } from '../source/feedName'
import { latest, type SourceRange, sourceRanges } from '../source/range'
import { figureOf } from './reason'
import type { ValuationView } from './schema'

/** What currencies are turned over at, in a sentence. */
export const conversion =
  'By the cross of the euro reference rates of the session’s date, or of the last one before, at most 7 days old'

/** Where figures that many rows share are from; each is counted once. */
function sharedSources<Figure extends { readonly feed: string }>(
  figures: readonly Figure[],
  dateOf: (figure: Figure) => string,
): SourceRange[] {
  const sorted = [...new Set(figures)].sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : 1))
  return sourceRanges(
    sorted.map(dateOf),
    sorted.map(({ feed }) => feed),
  )
}

/** The quarters that a row's sum, and the count that its shares, are made of. */
const quartersOf = (of: ListingValuation) => figureOf(of.trailing)?.quarters ?? []
const countOf = (of: ListingValuation) => figureOf(of.shares)?.count ?? []

/** What the columns are of and where they are from. */
export function metaOf(
  listing: Pick<Listing, 'symbol' | 'name' | 'mic' | 'currency'>,
  company: Topic | null,
  currency: string,
  { valuations, feed, asOf, fetchedAt, ratesFeed }: ListingValuations,
): ValuationView['meta'] {
  return {
    symbol: listing.symbol,
    name: listing.name,
    mic: listing.mic,
    topic: company?.slug ?? null,
    currency,
    listingCurrency: listing.currency,
    adjustment: 'raw',
    conversion,
    sources: sourceRanges(
      valuations.map(({ session }) => session),
      feed,
    ),
    revenueSources: sharedSources(valuations.flatMap(quartersOf), ({ end }) => end),
    sharesSources: sharedSources(valuations.flatMap(countOf), ({ asOf: day }) => day),
    ratesSource: ratesFeed === null ? null : feedName(ratesFeed),
    bundledTo: feed.at(-1) === bundledFeed ? (valuations.at(-1)?.session ?? null) : null,
    asOf: latest(asOf),
    fetchedAt: latest(fetchedAt),
    rows: valuations.length,
  }
}
