import type { FeedInfo } from '../feed'

export const yahoo: FeedInfo = {
  id: 'yahoo',
  name: 'Yahoo Finance',
  terms: 'For personal use under the terms of Yahoo; figures may be delayed, and may not be passed on.',
  originSetting: 'YAHOO_ORIGIN',
}
