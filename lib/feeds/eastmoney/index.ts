import type { BarFeed } from '../feed'
import { fetchEastmoneyBars } from './client'
import { eastmoney } from './info'
import { transformEastmoneyBars } from './transform'

export { fetchEastmoneyBars, type RawEastmoneyBars } from './client'
export { eastmoney } from './info'
export { lotOf, readSecid, type Secid } from './secid'
export { transformEastmoneyBars } from './transform'

/**
 * Eastmoney's daily bars of Shanghai, Hong Kong, Nasdaq and New York, unadjusted, the whole history in one request.
 * Limits: it drops connections of addresses that ask often, and for long; no currency,
 * no splits and dividends; volume of the mainland only to the lot. Hong Kong and New York are 15 minutes late; Shanghai
 * is not, but the STAR market trades on at
 * the closing price until half an hour after the close, which adds to the volume: so 30 minutes of delay.
 */
export const eastmoneyBars: BarFeed = {
  id: eastmoney.id,
  name: eastmoney.name,
  delayMinutes: 30,
  withoutActions: true,
  fetchBars: async (request, ctx) => transformEastmoneyBars(await fetchEastmoneyBars(request, ctx), request),
}
