import type { FeedInfo } from '../feed'

export const ecb: FeedInfo = {
  id: 'ecb',
  name: 'European Central Bank',
  terms:
    'Euro reference rates of the European Central Bank, free to use with the source named; for information, not for transactions.',
  originSetting: 'ECB_ORIGIN',
  // One file a day.
  bucket: { capacity: 3, perSecond: 0.5 },
}
