import type { FeedInfo } from '../feed'

export const eastmoneyData: FeedInfo = {
  id: 'eastmoney-data',
  name: 'Eastmoney data centre',
  terms: 'Figures from company reports as collected by Eastmoney; no published terms for machines, ask seldom.',
  originSetting: 'EASTMONEY_DATA_ORIGIN',
  // Meant for people at a page: seldom.
  bucket: { capacity: 3, perSecond: 0.5 },
}

export const shanghaiZone = 'Asia/Shanghai'
