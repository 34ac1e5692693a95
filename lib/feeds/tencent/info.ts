import type { FeedInfo } from '../feed'

export const tencent: FeedInfo = {
  id: 'tencent',
  name: 'Tencent Finance',
  terms: 'Figures of Tencent’s quote pages; no published terms for machines, ask seldom and do not pass on.',
  originSetting: 'TENCENT_ORIGIN',
  // No published limit; a long history is five requests or so.
  bucket: { capacity: 10, perSecond: 2 },
}
