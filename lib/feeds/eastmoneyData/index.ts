import type { RevenueFeed } from '../feed'
import { fetchReports } from './client'
import { eastmoneyData } from './info'
import { transformReports } from './transform'

export { fetchReports, type RawReports } from './client'
export { eastmoneyData } from './info'
export { transformReports } from './transform'

/**
 * Quarterly revenue of mainland companies from Eastmoney's list of results. Key: the six-digit security code. Limits: year-to-date figures that are
 * differenced here (an earlier report restated later would bend the next quarter), the notice has a date but no time, no promise of service.
 */
export const eastmoneyRevenue: RevenueFeed = {
  id: eastmoneyData.id,
  name: eastmoneyData.name,
  fetchRevenue: async ({ key, from }, ctx) => transformReports(await fetchReports(key, ctx), from),
}
