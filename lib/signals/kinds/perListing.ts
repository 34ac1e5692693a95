import type { Listing } from '@/lib/store/listing/list'
import { type Hit, looksAt, type Numbers, type Scope } from '../hit'
import { countedPrices, type PriceColumns } from '../prices'
import type { SignalReads } from '../reads'

/** A session at which a condition came true, by its position in the columns that were looked at. */
export interface Found<N extends Numbers> {
  readonly at: number
  readonly numbers: N
}

/** What a rule makes of one listing's columns; null where it has nothing to look at. */
export type Look<N extends Numbers> = (
  prices: PriceColumns,
  listing: Listing,
) => Promise<readonly Found<N>[]> | readonly Found<N>[]

/** A hit for every session that `look` finds in the prices of the listings a rule looks at; its cause is the listing and the session. */
export async function perListing<N extends Numbers>(
  reads: SignalReads,
  scope: Scope,
  quotes: boolean,
  look: Look<N>,
): Promise<Hit<N>[]> {
  const listings = (await reads.listings()).filter(({ symbol }) => looksAt(scope, symbol))
  const found = await Promise.all(
    listings.map(async (listing): Promise<Hit<N>[]> => {
      const prices = countedPrices(await reads.prices(listing), quotes)
      return (await look(prices, listing)).map(({ at, numbers }) => {
        const session = prices.session[at] ?? ''
        const { symbol } = listing
        return {
          cause: `${symbol} ${session}`,
          symbol,
          session,
          knownAt: prices.knownAt[at] ?? reads.asOf,
          numbers,
        }
      })
    }),
  )
  return found.flat()
}
