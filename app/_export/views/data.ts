import { dataPageData } from '@/app/_data/dataPage'
import { pageMoment } from '@/app/_data/moment'
import { dataPicture } from '@/app/_picture/of/lists'
import { got } from '../problems'
import { calendarsTable, feedsTable, othersTable, pricesTable, runsTable } from '../tables/series'
import type { View } from '../view'

/** Every series with its age and gaps, the calendars, the feeds and the last refreshes; always of the present, as the page is. */
export const openData: View = async ({ query, language, now }) => {
  const { wrong, prices, calendars, feeds, runs, ...data } = await dataPageData(query, now)
  return {
    path: '/data',
    name: ['data'],
    moment: pageMoment({}, now),
    problems: wrong ? [{ name: 'runs', detail: `expected one of ${wrong.expected}, ${got(wrong.text)}` }] : [],
    tables: {
      prices: () => pricesTable(prices, language, data.now),
      others: () => othersTable(data, language, data.now),
      calendars: () => calendarsTable(calendars, language, data.now),
      feeds: () => feedsTable(feeds, data.now),
      runs: () => runsTable(runs, data.now),
    },
    picture: (look) => dataPicture(prices, data.now, look),
  }
}
