import type { FeedInfo } from '../feed'

export const eastmoney: FeedInfo = {
  id: 'eastmoney',
  name: 'Eastmoney',
  nameZh: '东方财富',
  terms: 'Figures of Eastmoney’s quote pages; no published terms for machines, addresses that ask often are shut out.',
  termsZh: '来自东方财富行情页面的数据；未公布面向程序的使用条款，频繁请求的地址会被拒绝。',
  originSetting: 'EASTMONEY_ORIGIN',
  // Some five requests in two seconds are enough for it to drop all further connections of an address.
  bucket: { capacity: 4, perSecond: 0.5 },
}
