import type { Store } from '@/lib/store/connection/store'
import { countQuarantine } from '@/lib/store/quarantine/count'
import { rateStatus } from '@/lib/store/rate/read'
import { revenueStatus } from '@/lib/store/revenue/status'
import { lastAttempts } from '@/lib/store/run/lastAttempts'
import { shareCountStatus } from '@/lib/store/shareCount/status'
import { listTopics } from '@/lib/store/topic/list'
import { sourceView } from '../source/feedName'
import { heldRows, newestAttempt } from './counts'
import { priceSeries } from './prices'
import type { SeriesListView } from './schema'

export type { PriceSeriesView, SeriesAttempt, SeriesListView, SessionState } from './schema'

const companyEntities = ['revenue', 'shares']

/** Every stored series at `now`: prices by listing, revenue and share counts by company, rates by pair, with what is missing, revised and held back. */
export async function seriesListView(store: Store, now: Date): Promise<SeriesListView> {
  const { sql } = store
  const [held, attempts, revenue, shares, rates, topics] = await Promise.all([
    countQuarantine(sql),
    lastAttempts(sql),
    revenueStatus(sql),
    shareCountStatus(sql),
    rateStatus(sql),
    listTopics(store),
  ])
  const listingsOf = new Map(topics.map(({ slug, listings }) => [slug, listings]))
  return {
    prices: await priceSeries(store, now, { held, attempts }),
    revenue: revenue.map(({ feed, fetchedAt, lastKnownAt, ...row }) => ({
      ...row,
      knownSince: lastKnownAt.toISOString(),
      quarantine: heldRows(
        held,
        ({ listing, entity }) =>
          companyEntities.includes(entity) && listing !== null && (listingsOf.get(row.topic) ?? []).includes(listing),
      ),
      source: sourceView(feed),
      fetchedAt: fetchedAt.toISOString(),
      lastAttempt: newestAttempt(attempts, ({ job, subject }) => job === 'revenue' && subject === row.topic),
    })),
    shares: shares.map(({ feed, fetchedAt, lastKnownAt, ...row }) => ({
      ...row,
      knownSince: lastKnownAt.toISOString(),
      source: sourceView(feed),
      fetchedAt: fetchedAt.toISOString(),
    })),
    rates: rates.map(({ base, quote, days, firstDate, lastDate, feed, fetchedAt }) => ({
      ...{ base, quote, days, first: firstDate, last: lastDate, source: sourceView(feed) },
      fetchedAt: fetchedAt.toISOString(),
      lastAttempt: newestAttempt(
        attempts,
        ({ job, subject }) => job === 'fx' && subject.split(/[/,]/).includes(quote) && subject.startsWith(`${base}/`),
      ),
    })),
    otherHeld: heldRows(held, ({ listing }) => listing === null),
  }
}
