import { csvText, sourcesText } from '../csv/csv'
import type { BarsView } from './schema'

const words = {
  raw: 'raw (as traded)',
  split: 'split (divided by the ratios of later splits)',
  total: 'total (split, and lowered by later cash dividends)',
}

/** Bars as CSV: what they are and where from, then a line a session. */
export function barsCsv({ meta, ...columns }: BarsView): string {
  return csvText(
    [
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
  )
}
