import type { RevenueFeed } from '../feed'
import { FeedError } from '../types'
import { fetchCompany, tenDigitCik } from './client'
import { fiscalYearEnds } from './fiscalYear'
import { sec } from './info'
import { transformCompany } from './transform'

export { fetchCompany, type RawCompany } from './client'
export { sec } from './info'
export { transformCompany } from './transform'

/**
 * Quarterly revenue and share counts from the SEC's company facts, of companies that file there and whose fiscal calendar we know. Key: the CIK. Limits: 10 requests
 * a second for all of us together (two here), a contact is required, a quarter appears with its 10-Q or 10-K, not with the press release;
 * companies with several classes of shares have no count there.
 */
export const secRevenue: RevenueFeed = {
  id: sec.id,
  name: sec.name,
  fetchRevenue: async ({ key, from }, ctx) => {
    const cik = tenDigitCik(key)
    const yearEnd = fiscalYearEnds[cik]
    if (yearEnd === undefined) {
      const message = `the fiscal calendar of CIK ${cik} is not known here, so its quarters cannot be named`
      throw new FeedError(sec.id, 'unknown-symbol', message)
    }
    return transformCompany(await fetchCompany(cik, ctx), yearEnd, from)
  },
}
