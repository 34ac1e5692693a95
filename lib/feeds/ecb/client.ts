import { fetchText } from '../shared/http'
import type { FeedContext } from '../types'
import { ecb } from './info'

/** The whole history file (since 1999, some 600 KB) as text. Throws FeedError. */
export function fetchHistory(ctx: FeedContext): Promise<string> {
  return fetchText(
    {
      feed: ecb.id,
      name: ecb.name,
      target: 'the history of euro rates',
      url: 'https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.csv',
      expect: 'csv',
    },
    ctx,
  )
}
