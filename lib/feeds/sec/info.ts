import type { FeedInfo } from '../feed'

export const sec: FeedInfo = {
  id: 'sec',
  name: 'SEC EDGAR',
  nameZh: 'SEC EDGAR',
  terms:
    'Public filings of the US Securities and Exchange Commission, free to use; it asks for a contact and 10 requests a second at most.',
  termsZh: '美国证券交易委员会的公开文件，可免费使用；要求注明联系方式，且每秒至多 10 次请求。',
  originSetting: 'SEC_ORIGIN',
  // The SEC allows ten requests in a second; these two together are nine.
  bucket: { capacity: 3, perSecond: 6 },
}

/** Zone of the SEC's filing days, and the end of a full session in it. */
export const newYork = 'America/New_York'
export const newYorkClose = '16:00'

/** EDGAR dates what it accepts after this time with the next business day (17 CFR 232.13), so whatever bears a filing date was public by then. */
export const lastFilingTime = '17:30'
