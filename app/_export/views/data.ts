import { pageMoment } from '@/app/_data/moment'
import { pageStore } from '@/app/_data/store'
import { dataPicture } from '@/app/_picture/of/lists'
import { feedsView } from '@/lib/api/feeds/view'
import { listingsView } from '@/lib/api/listings/view'
import { missingView } from '@/lib/api/missing/view'
import { runsView } from '@/lib/api/runs/view'
import { feedsTable, runsTable, seriesTable } from '../tables/series'
import type { View } from '../view'

/** Every series with its age and gaps, the feeds and the last refreshes. */
export const openData: View = async ({ language, now }) => {
  const store = pageStore()
  const [{ items }, feeds, runs] = await Promise.all([
    listingsView(store, now),
    feedsView(store, now),
    runsView(store, { limit: 30 }),
  ])
  const missing = await Promise.all(items.map(({ symbol }) => missingView(store, symbol, now)))
  return {
    path: '/data',
    name: ['data'],
    moment: pageMoment({}, now),
    problems: [],
    tables: {
      series: () => seriesTable(items, missing, language, now),
      feeds: () => feedsTable(feeds.items, now),
      runs: () => runsTable(runs.items, now),
    },
    picture: (look) =>
      dataPicture(
        items,
        missing.map((one) => one?.items.length ?? 0),
        now.toISOString(),
        look,
      ),
  }
}
