import type { BarFeed } from '../feed'
import { fetchYahooBars } from './client'
import { yahoo } from './info'
import { transformYahooBars } from './transform'

export { fetchYahooBars } from './client'
export { yahoo } from './info'
export { type RawYahooBars, transformYahooBars } from './transform'

/**
 * Yahoo's daily chart: all four exchanges and their indices, decades back, with splits and dividends. Limits: no published rate (4 requests at a time here), prices
 * divided by later splits, a delisted symbol loses its whole history, and there is no promise that any of it stays. Shanghai and Hong Kong are delayed
 * by up to 20 minutes; half an hour after the close covers that and Hong Kong's closing auction.
 */
export const yahooBars: BarFeed = {
  id: yahoo.id,
  name: yahoo.name,
  delayMinutes: 30,
  fetchBars: async (request, ctx) => transformYahooBars(await fetchYahooBars(request, ctx), request),
}
