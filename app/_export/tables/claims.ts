import type { PageMoment } from '@/app/_data/moment'
import { inLanguage } from '@/app/_ui/i18n/texts'
import type { ClaimView } from '@/lib/api/claims/view'
import type { CsvTable } from '@/lib/api/csv/csv'
import type { Language } from '@/lib/api/language'
import { columnsOf } from '../view'

const names = [
  ...(['claim', 'statement', 'verdict', 'finding', 'since', 'kind', 'statedOn', 'judgedAt'] as const),
  ...(['source', 'sourceUrl'] as const),
] as const

/** The statements with their verdicts; the arithmetic of each is in the table of its own page. */
export function claimsTable(items: readonly ClaimView[], language: Language, { at }: PageMoment): CsvTable {
  const rows = items.map((one) => ({
    ...{ claim: one.slug, statement: inLanguage(language, one.statement, one.statementZh), verdict: one.verdict },
    finding: inLanguage(language, one.finding, one.findingZh),
    since: one.since === null ? null : inLanguage(language, one.since, one.sinceZh),
    ...{ kind: one.kind, statedOn: one.statedOn, judgedAt: one.judgedAt },
    ...{ source: one.sourceName, sourceUrl: one.sourceUrl },
  }))
  return {
    about: [
      ['source', 'named in each row'],
      ['as of', at.toISOString()],
      ['adjustment', 'that of each claim, in the table of its page'],
      ['currency', 'that of each claim, in the table of its page'],
      ['judged at', 'a verdict takes only what could be known at the end of the day of the statement'],
    ],
    columns: columnsOf(names, rows),
  }
}
