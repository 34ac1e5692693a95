import type { FeedInfo } from '../feed'

export const tencent: FeedInfo = {
  id: 'tencent',
  name: 'Tencent Finance',
  nameZh: '腾讯财经',
  terms: 'Figures of Tencent’s quote pages; no published terms for machines, ask seldom and do not pass on.',
  termsZh: '来自腾讯行情页面的数据；未公布面向程序的使用条款，请少量请求，不要转发。',
  originSetting: 'TENCENT_ORIGIN',
  // No published limit; a long history is five requests or so.
  bucket: { capacity: 10, perSecond: 2 },
}
