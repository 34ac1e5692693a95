import type { CsvTable } from '../csv/csv'
import type { AcrossRowView, AcrossView } from './schema'

const names = [
  ...(['event', 'title', 'kind', 'symbol', 'day0', 'verdict', 'car', 'percent', 'se', 't', 'p', 'pHolm'] as const),
  ...(['placeboHolm', 'minimumDetectable', 'pHolmAll', 'pFalseDiscovery', 'counted', 'sharedWith'] as const),
] satisfies (keyof AcrossRowView)[]

/** The columns of rows across events, a row each event and listing. */
export function acrossColumns(items: readonly AcrossRowView[]): CsvTable['columns'] {
  const columns = Object.fromEntries(names.map((name) => [name, items.map((row) => row[name])]))
  return { ...columns, refused: items.map(({ refusal }) => refusal && `${refusal.reason}: ${refusal.detail}`) }
}

/** The rows as a table. */
export function acrossTable({ items, meta }: AcrossView): CsvTable {
  return {
    about: [
      ['events', meta.rule],
      ['looks', String(meta.looks)],
      ['as of', meta.asOf],
      ['adjustment', 'split'],
    ],
    columns: acrossColumns(items),
  }
}
