import type { FeedInfo } from '../feed'

export const yahoo: FeedInfo = {
  id: 'yahoo',
  name: 'Yahoo Finance',
  terms: 'For personal use under the terms of Yahoo; figures may be delayed, and may not be passed on.',
  originSetting: 'YAHOO_ORIGIN',
  // No published limit; a refresh of the listings in the box fits into one burst.
  bucket: { capacity: 20, perSecond: 2 },
}
