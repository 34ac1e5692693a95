import { type CsvTable, sourcesText } from '../csv/csv'
import type { RevenueView } from './schema'

/** Revenue as a table: what it is and where from, then a line a quarter. */
export function revenueTable({ meta, ...columns }: RevenueView): CsvTable {
  return {
    about: [
      ['quarterly revenue', `${meta.name ?? 'no company'} (${meta.symbol})`],
      ['source', sourcesText(meta.sources)],
      ['bundled to', meta.bundledTo],
      ['as of', meta.asOf],
      ['fetched', meta.fetchedAt],
      ['adjustment', 'none; a derived figure is a difference of reported ones'],
      ['currency', meta.currency],
    ],
    columns,
  }
}
