import { type CsvTable, sourcesText } from '../csv/csv'
import type { ValuationView } from './schema'

/** Valuation as a table: what it is and where from, then a line a session. The quarters of a sum stand in one cell, separated by spaces. */
export function valuationTable({ meta, ...columns }: ValuationView): CsvTable {
  return {
    about: [
      ['valuation', `${meta.name} (${meta.symbol}, ${meta.mic})`],
      ['source of closes', sourcesText(meta.sources)],
      ['source of revenue', sourcesText(meta.revenueSources)],
      ['source of shares', sourcesText(meta.sharesSources)],
      ['source of rates', meta.ratesSource],
      ['bundled to', meta.bundledTo],
      ['as of', meta.asOf],
      ['fetched', meta.fetchedAt],
      ['adjustment', 'raw (closes as traded; shares with the splits since their day)'],
      ['currency of closes', meta.listingCurrency],
      ['currency of market cap', meta.currency],
      ['conversion', meta.conversion],
      ['known', 'each line holds only what was public at the close of its session, save the euro rate of its date'],
    ],
    columns: { ...columns, quarters: columns.quarters.map((labels) => labels.join(' ')) },
  }
}
