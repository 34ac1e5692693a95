import type { FeedInfo } from '../feed'

export const eastmoneyData: FeedInfo = {
  id: 'eastmoney-data',
  name: 'Eastmoney data centre',
  nameZh: '东方财富数据中心',
  terms: 'Figures from company reports as collected by Eastmoney; no published terms for machines, ask seldom.',
  termsZh: '东方财富汇集的公司报告数据；未公布面向程序的使用条款，请少量请求。',
  originSetting: 'EASTMONEY_DATA_ORIGIN',
  // Meant for people at a page: seldom.
  bucket: { capacity: 3, perSecond: 0.5 },
}

export const shanghaiZone = 'Asia/Shanghai'
