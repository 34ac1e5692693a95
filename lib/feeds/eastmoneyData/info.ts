import type { FeedInfo } from '../feed'

export const eastmoneyData: FeedInfo = {
  id: 'eastmoney-data',
  name: 'Eastmoney data centre',
  terms: 'Figures from company reports as collected by Eastmoney; no published terms for machines, ask seldom.',
  originSetting: 'EASTMONEY_DATA_ORIGIN',
}

export const shanghaiZone = 'Asia/Shanghai'
