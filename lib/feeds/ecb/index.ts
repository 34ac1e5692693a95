import type { RatesFeed } from '../feed'
import { fetchHistory } from './client'
import { ecb } from './info'
import { transformHistory } from './transform'

export { fetchHistory } from './client'
export { ecb } from './info'
export { transformHistory } from './transform'

/**
 * Euro reference rates since 1999, units of a currency for one euro, published about 16:00 in Frankfurt on days the euro's payment system is open. Always the whole
 * file: it is the one form without gaps. Other pairs follow by division.
 */
export const ecbRates: RatesFeed = {
  id: ecb.id,
  name: ecb.name,
  fetchRates: async (request, ctx) => transformHistory(await fetchHistory(ctx), request),
}
