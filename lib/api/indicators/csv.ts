import { type CsvTable, sourcesText } from '../csv/csv'
import type { IndicatorPartner, IndicatorsView } from './schema'

function about(name: string, { symbol, name: who, currency, rule, sources, refused, detail }: IndicatorPartner) {
  return [
    [name, symbol && `${who} (${symbol}), closes in ${currency}`],
    [`sessions of ${name}`, rule],
    [`source of ${name}`, sourcesText(sources)],
    [`no ${name === 'benchmark' ? 'beta' : 'correlation'}`, refused && `${refused}: ${detail}`],
  ] as const
}

/** Indicators as a table: what they are, how each column is counted and where from, then a line a session. */
export function indicatorsTable({ meta, ...columns }: IndicatorsView): CsvTable {
  return {
    about: [
      ['indicators', `${meta.name} (${meta.symbol}, ${meta.mic})`],
      ['source', sourcesText(meta.sources)],
      ['bundled to', meta.bundledTo],
      ['as of', meta.asOf],
      ['fetched', meta.fetchedAt],
      ['adjustment', meta.adjustment],
      ['note', meta.adjustmentNote],
      ['currency', meta.currency],
      ['window', `${meta.window} returns, counted over all stored sessions whatever the range`],
      ...Object.entries(meta.formulas).map(([name, text]) => [name, text] as const),
      ...about('benchmark', meta.benchmark),
      ...about('against', meta.against),
    ],
    columns,
  }
}
