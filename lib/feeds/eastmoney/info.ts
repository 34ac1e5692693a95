import type { FeedInfo } from '../feed'

export const eastmoney: FeedInfo = {
  id: 'eastmoney',
  name: 'Eastmoney',
  terms: 'Figures of Eastmoney’s quote pages; no published terms for machines, addresses that ask often are shut out.',
  originSetting: 'EASTMONEY_ORIGIN',
  // Some five requests in two seconds are enough for it to drop all further connections of an address.
  bucket: { capacity: 4, perSecond: 0.5 },
}
