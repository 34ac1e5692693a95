import { type CsvTable, sourcesText } from '../csv/csv'
import type { BarsView } from './schema'

const words = {
  raw: 'raw (as traded)',
  split: 'split (divided by the ratios of later splits)',
  total: 'total (split, and lowered by later cash dividends)',
}

/** Bars as a table: what they are and where from, then a line a session. */
export function barsTable({ meta, ...columns }: BarsView): CsvTable {
  return {
    about: [
      ['daily bars', `${meta.name} (${meta.symbol}, ${meta.mic})`],
      ['source', sourcesText(meta.sources)],
      ['bundled to', meta.bundledTo],
      ['as of', meta.asOf],
      ['fetched', meta.fetchedAt],
      ['adjustment', words[meta.adjustment]],
      ['note', meta.adjustmentNote],
      ['currency', meta.currency],
    ],
    columns,
  }
}
