import { csvText } from '../csv/csv'
import type { AcrossRowView, AcrossView } from './schema'

const names = [
  ...(['event', 'title', 'kind', 'symbol', 'day0', 'verdict', 'car', 'percent', 'se', 't', 'p', 'pHolm'] as const),
  ...(['placeboHolm', 'minimumDetectable', 'pHolmAll', 'pFalseDiscovery', 'counted', 'sharedWith'] as const),
] satisfies (keyof AcrossRowView)[]

/** The rows as CSV, a line each event and listing. */
export function acrossCsv({ items, meta }: AcrossView): string {
  const columns = Object.fromEntries(names.map((name) => [name, items.map((row) => row[name])]))
  return csvText(
    [
      ['events', meta.rule],
      ['looks', String(meta.looks)],
      ['as of', meta.asOf],
      ['adjustment', 'split'],
    ],
    { ...columns, refused: items.map(({ refusal }) => refusal && `${refusal.reason}: ${refusal.detail}`) },
  )
}
