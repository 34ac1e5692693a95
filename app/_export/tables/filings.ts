import type { PageMoment } from '@/app/_data/moment'
import { inLanguage } from '@/app/_ui/i18n/texts'
import type { CsvTable } from '@/lib/api/csv/csv'
import type { FilingView } from '@/lib/api/filings/schema'
import type { Language } from '@/lib/api/language'
import { columnsOf } from '../view'

const names = [
  ...(['company', 'quarter', 'periodEnd', 'expectedOn', 'state', 'basisQuarter', 'basisEnd', 'basisKnownOn'] as const),
] as const

/** The quarters that are expected next, each with the one it is told from. */
export function filingsTable(items: readonly FilingView[], language: Language, { at }: PageMoment): CsvTable {
  const rows = items.map(({ name, nameZh, label, periodEnd, expectedOn, state, basis }) => ({
    ...{ company: inLanguage(language, name, nameZh), quarter: label, periodEnd, expectedOn, state },
    ...{ basisQuarter: basis.label, basisEnd: basis.end, basisKnownOn: basis.knownOn },
  }))
  return {
    about: [
      ['source', 'told from the stored quarters: as long after its end as the basis quarter was known'],
      ['as of', at.toISOString()],
      ['adjustment', 'none: these are dates'],
      ['currency', 'none'],
    ],
    columns: columnsOf(names, rows),
  }
}
