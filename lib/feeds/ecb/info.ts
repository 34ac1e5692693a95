import type { FeedInfo } from '../feed'

export const ecb: FeedInfo = {
  id: 'ecb',
  name: 'European Central Bank',
  nameZh: '欧洲中央银行',
  terms:
    'Euro reference rates of the European Central Bank, free to use with the source named; for information, not for transactions.',
  termsZh: '欧洲中央银行的欧元参考汇率，注明来源即可免费使用；仅供参考，不用于交易。',
  originSetting: 'ECB_ORIGIN',
  // One file a day.
  bucket: { capacity: 3, perSecond: 0.5 },
}
