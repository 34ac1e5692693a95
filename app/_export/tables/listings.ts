import type { PageMoment } from '@/app/_data/moment'
import { inLanguage } from '@/app/_ui/i18n/texts'
import type { CsvTable } from '@/lib/api/csv/csv'
import type { Language } from '@/lib/api/language'
import type { ListingView } from '@/lib/api/listings/view'
import { columnsOf } from '../view'

const names = [
  ...(['listing', 'name', 'exchange', 'currency', 'session', 'close', 'previousSession', 'previousClose'] as const),
  ...(['change', 'changeBasis', 'age', 'sessionsBehind', 'lastDue', 'source', 'fetched', 'asOf'] as const),
] as const

/** The last settled close of each listing, with its change, its age in market time and its source. */
export function closesTable(items: readonly ListingView[], language: Language, { at }: PageMoment): CsvTable {
  const rows = items.map(({ symbol, name, nameZh, exchange, currency, series }) => ({
    ...{ listing: symbol, name: inLanguage(language, name, nameZh), exchange, currency },
    ...{ session: series.lastSettledSession, close: series.lastClose },
    ...{ previousSession: series.previousSession, previousClose: series.previousClose },
    ...{ change: series.change, changeBasis: series.changeBasis },
    ...{ age: series.age.state, sessionsBehind: series.age.sessionsBehind, lastDue: series.age.lastDue },
    ...{ source: series.source?.name ?? null, fetched: series.fetchedAt, asOf: series.asOf },
  }))
  return {
    about: [
      ['source', 'named in each row'],
      ['as of', at.toISOString()],
      ['adjustment', 'raw (as traded); a change across a split is on the split basis, as changeBasis says'],
      ['currency', 'each listing’s own, named in its row'],
      ['change', 'a fraction: 0.01 is one percent'],
    ],
    columns: columnsOf(names, rows),
  }
}
