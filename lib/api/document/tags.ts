/** The groups of the document in their order. */
export const documentTags = [
  'Listings',
  'Events',
  'Claims and roadmap',
  'Signals',
  'Data',
  'TradingView UDF',
  'Feeds to subscribe to',
  'Access',
  'Administration',
  'Health',
] as const
export type DocumentTag = (typeof documentTags)[number]

/** The group of what is under `/api/v1/…`. */
const byName: Readonly<Record<string, DocumentTag>> = {
  ...{ listings: 'Listings', compare: 'Listings', rates: 'Listings', topics: 'Listings', search: 'Listings' },
  ...{ events: 'Events', studies: 'Events' },
  ...{ claims: 'Claims and roadmap', milestones: 'Claims and roadmap', filings: 'Claims and roadmap' },
  ...{ signals: 'Signals', rules: 'Signals', alerts: 'Signals', deliveries: 'Signals', live: 'Signals' },
  ...{ feeds: 'Data', series: 'Data', runs: 'Data', quotes: 'Data' },
  ...{ session: 'Access', account: 'Access', accounts: 'Access', keys: 'Access', links: 'Access' },
}

/** The group of an operation by its path. */
export function tagOf(path: string): DocumentTag {
  if (path.startsWith('/api/udf/')) return 'TradingView UDF'
  if (path.startsWith('/feeds/')) return 'Feeds to subscribe to'
  const name = /^\/api\/v1\/([^/]+)/.exec(path)?.[1]
  return name === undefined ? 'Health' : (byName[name] ?? 'Administration')
}
