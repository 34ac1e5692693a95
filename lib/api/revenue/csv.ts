import { csvText, sourcesText } from '../csv/csv'
import type { RevenueView } from './schema'

/** Revenue as CSV: what it is and where from, then a line a quarter. */
export function revenueCsv({ meta, ...columns }: RevenueView): string {
  return csvText(
    [
      ['quarterly revenue', `${meta.name ?? 'no company'} (${meta.symbol})`],
      ['source', sourcesText(meta.sources)],
      ['bundled to', meta.bundledTo],
      ['as of', meta.asOf],
      ['fetched', meta.fetchedAt],
      ['adjustment', 'none; a derived figure is a difference of reported ones'],
      ['currency', meta.currency],
    ],
    columns,
  )
}
