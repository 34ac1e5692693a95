import { localDate } from '@/lib/market/zone'
import type { Store } from '@/lib/store/connection/store'
import { readRevenue } from '@/lib/store/revenue/read'
import { listTopics } from '@/lib/store/topic/list'
import { expectedFilings } from '@/lib/studies/filings'
import type { FilingsView } from './schema'

export type { FilingsView, FilingView } from './schema'

/** The quarters of every company that are expected and not stored at `now`, ascending by the day they are expected. */
export async function filingsView(store: Store, now: Date): Promise<FilingsView> {
  const companies = (await listTopics(store)).filter(({ kind }) => kind === 'company')
  const slugs = companies.map(({ slug }) => slug)
  const rows = await readRevenue(store.sql, slugs, now)
  const today = localDate(now, 'UTC')
  const items = companies.flatMap(({ slug, name, nameZh }) =>
    expectedFilings(
      rows.filter(({ topic }) => topic === slug),
      today,
    ).map((filing) => ({ ...filing, name, nameZh })),
  )
  return { items: items.sort((a, b) => (a.expectedOn < b.expectedOn ? -1 : a.expectedOn > b.expectedOn ? 1 : 0)) }
}
