import type { FeedInfo } from '../feed'

export const yahoo: FeedInfo = {
  id: 'yahoo',
  name: 'Yahoo Finance',
  nameZh: '雅虎财经',
  terms: 'For personal use under the terms of Yahoo; figures may be delayed, and may not be passed on.',
  termsZh: '依雅虎条款供个人使用；数据可能延迟，不得转发。',
  originSetting: 'YAHOO_ORIGIN',
  // No published limit; a refresh of the listings in the box fits into one burst.
  bucket: { capacity: 20, perSecond: 2 },
}
